extension Completions {
  /// The script for bash: a table of what each command takes, and a function that reads it.
  ///
  /// It runs with bash 3.2 as well, which macOS has, and needs no other script.
  var bash: String {
    """
    # Completion of mtfs for bash, written by 'mtfs completions bash'.

    # Sets what a command takes: its operands in order, its options, and the value of each option.
    # '@' marks a kind: @plan, @file, @folder, @name; '' is an option without a value.
    _mtfs_takes() {
      operands=() repeats= options=() values=()
      case $1 in
    \(entries.map(bashTable).joined(separator: "\n"))
      *)
        return 1 ;;
      esac
    }

    _mtfs() {
      local word=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]}
      local operands repeats options values takes= this at option given=0
      COMPREPLY=()
      if ((COMP_CWORD == 1)); then
        _mtfs_offer "\(entries.map(\.name).joined(separator: " ")) --help --version" "$word"
        [[ $word == -* ]] || _mtfs_files plan "$word"
        return
      fi
      if ! _mtfs_takes "$command"; then
        _mtfs_takes \(fallback?.name ?? "help")
        given=1
      fi
      # Passes the words before. Bash takes '--format=csv' apart at its '='.
      for ((at = 2; at < COMP_CWORD; at++)); do
        this=${COMP_WORDS[at]}
        if [[ $this == = ]]; then
          continue
        elif [[ -n $takes ]]; then
          takes=
        elif [[ $this == -?* ]]; then
          for option in "${!options[@]}"; do
            if [[ ${options[option]} == "$this" ]]; then takes=${values[option]}; fi
          done
        else
          given=$((given + 1))
        fi
      done
      if [[ $word == = ]]; then word=; fi
      if [[ -z $takes && $word == -* ]]; then
        _mtfs_offer "${options[*]}" "$word"
        return
      fi
      if [[ -z $takes ]]; then
        if ((given < ${#operands[@]})); then
          takes=${operands[given]}
        elif [[ -n $repeats ]]; then
          takes=${operands[${#operands[@]} - 1]}
        fi
      fi
      case $takes in
      '' | @name) ;;
      @*) _mtfs_files "${takes#@}" "$word" ;;
      *) _mtfs_offer "$takes" "$word" ;;
      esac
    }

    # Adds those of some words that begin with what was typed.
    _mtfs_offer() {
      local IFS=$' \\t\\n'
      COMPREPLY+=($(compgen -W "$1" -- "$2"))
    }

    # Adds files of a kind, and the folders that may hold them.
    _mtfs_files() {
      local IFS=$'\\n'
      case $1 in
      plan) COMPREPLY+=($(compgen -f -X '!*.yaml' -- "$2")) ;;
      file) COMPREPLY+=($(compgen -f -- "$2")) ;;
      esac
      if [[ $1 != file ]]; then COMPREPLY+=($(compgen -d -- "$2")); fi
      compopt -o filenames 2> /dev/null || true
    }

    complete -F _mtfs mtfs

    """
  }

  private func bashTable(_ entry: Entry) -> String {
    let operands = entry.operands.map { bashValue($0.offer) }.joined(separator: " ")
    let options = entry.options.map { "--\($0.name)" }.joined(separator: " ")
    let values = entry.options.map { $0.offer.map(bashValue) ?? "''" }.joined(separator: " ")
    let repeats = entry.operands.last?.repeats == true ? "yes" : ""
    return """
        \(entry.name))
          operands=(\(operands)) repeats=\(repeats)
          options=(\(options))
          values=(\(values)) ;;
      """
  }

  private func bashValue(_ offer: Offer) -> String {
    switch offer {
    case .words(let words): Completions.quoted(words.joined(separator: " "))
    case .plans: "@plan"
    case .files: "@file"
    case .folders: "@folder"
    case .nothing: "@name"
    }
  }
}
