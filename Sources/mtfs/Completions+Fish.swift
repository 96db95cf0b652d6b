extension Completions {
  /// The script for fish: one `complete` for each command, option and kind of operand.
  var fish: String {
    let head = [
      "# Completion of mtfs for fish, written by 'mtfs completions fish'.", "",
      "# The plans that begin with what was typed, and the folders on the way to others.",
      "function __mtfs_plans", "  set -l word (commandline -ct)",
      "  set -l found $word*.yaml $word*/", "  printf '%s\\n' $found", "end", "",
      "complete -c mtfs -f",
      "complete -c mtfs -n __fish_use_subcommand -a '\(Completions.fishPlans)'",
      "complete -c mtfs -n __fish_use_subcommand -l version -d 'Which version is this?'",
    ]
    return (head + entries.flatMap(fishLines)).joined(separator: "\n") + "\n"
  }

  private static let fishPlans = "(__mtfs_plans)"

  private func fishLines(_ entry: Entry) -> [String] {
    let condition = "complete -c mtfs -n '__fish_seen_subcommand_from \(entry.name)'"
    let command =
      "complete -c mtfs -n __fish_use_subcommand -a \(entry.name) -d \(text(entry.summary))"
    let options = entry.options.map { option in
      let value = option.offer.map { ($0 == .files ? " -r" : " -x") + fishValue($0) } ?? ""
      return "\(condition) -l \(option.name)\(value) -d \(text(option.summary))"
    }
    var offers: [String] = []
    for operand in entry.operands {
      let offer = fishValue(operand.offer)
      if !offer.isEmpty, !offers.contains(offer) { offers.append(offer) }
    }
    return ["", command] + options + offers.map { condition + $0 }
  }

  private func fishValue(_ offer: Offer) -> String {
    switch offer {
    case .words(let words): " -a \(text(words.joined(separator: " ")))"
    case .plans: " -a '\(Completions.fishPlans)'"
    case .files: " -F"
    case .folders: " -a '(__fish_complete_directories)'"
    case .nothing: ""
    }
  }

  private func text(_ text: String) -> String {
    Completions.quoted(text, apostrophe: "\\'")
  }
}
