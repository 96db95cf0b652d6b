extension Completions {
  /// The script for zsh: one call of its `_arguments` for each command.
  var zsh: String {
    """
    #compdef mtfs
    # Completion of mtfs for zsh, written by 'mtfs completions zsh'.

    _mtfs() {
      if ((CURRENT == 2)); then
        local -a commands
        commands=(
    \(entries.map { "      " + Completions.quoted("\($0.name):\($0.summary)") }
        .joined(separator: "\n"))
        )
        _describe -t commands command commands
        _files -g '*.yaml'
        return
      fi
      shift words
      ((CURRENT--))
      case $words[1] in
    \(entries.map { zshCase($0.name, $0) }.joined(separator: "\n"))
    \(fallback.map { zshCase("*", $0) } ?? "")
      esac
    }

    if [[ $funcstack[1] == _mtfs ]]; then
      _mtfs "$@"
    else
      compdef _mtfs mtfs
    fi

    """
  }

  private func zshCase(_ pattern: String, _ entry: Entry) -> String {
    let options = entry.options.map { option -> String in
      let summary = option.summary.replacing("[", with: "\\[").replacing("]", with: "\\]")
      guard let offer = option.offer else { return "--\(option.name)[\(summary)]" }
      return "--\(option.name)=[\(summary)]:\(option.name):\(zshAction(offer))"
    }
    let operands = entry.operands.enumerated().map { index, operand in
      let place = operand.repeats ? "*" : "\(index + 1)"
      return "\(place):\(operand.isOptional ? ":" : "")\(operand.name):\(zshAction(operand.offer))"
    }
    let words = (options + operands).map { Completions.quoted($0) }.joined(separator: " \\\n      ")
    return "    (\(pattern))\n      _arguments \(words) ;;"
  }

  private func zshAction(_ offer: Offer) -> String {
    switch offer {
    case .words(let words): "(\(words.joined(separator: " ")))"
    case .plans: "_files -g \"*.yaml\""
    case .files: "_files"
    case .folders: "_files -/"
    case .nothing: " "
    }
  }
}
