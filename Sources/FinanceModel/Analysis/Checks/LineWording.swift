/// What the title and the note of a line say of its money, in the words of the field.
struct LineWording {
  private let words: [Substring]

  init(_ details: RowDetails) {
    words = [details.title, details.note ?? ""].joined(separator: " ").lowercased()
      .split { !$0.isLetter && !$0.isNumber }
  }

  /// "One-off", "non-recurring", or money from a reserve.
  var isOneOff: Bool { hasPair("one", "off") || hasPair("non", "recurring") || isFromReserves }

  /// Money from a reserve: "use of reserves", but not "contribution to the reserve".
  private var isFromReserves: Bool {
    guard let reserve = words.firstIndex(where: { $0 == "reserve" || $0 == "reserves" }) else {
      return false
    }
    let before = words[..<reserve]
    return !before.suffix(3).contains("to") || before.contains("from")
  }

  /// Whether it says that earlier money ends: "removal of one-off growth".
  var isReversal: Bool {
    let stems = [
      "remov", "revers", "unw", "fall", "drop", "ceas", "expir", "previous", "prior", "unachiev",
      "undeliver", "slip",
    ]
    return words.contains { word in stems.contains { word.hasPrefix($0) } }
  }

  /// Whether it says that money is spent: "invest to save", "redundancy costs".
  var isOutlay: Bool {
    let stems = ["invest", "cost", "redundan", "severance", "implement"]
    return words.contains { word in stems.contains { word.hasPrefix($0) } }
  }

  /// Whether its balance may lie on either side of nil: a collection fund, a surplus or deficit.
  var isEitherSign: Bool {
    hasPair("collection", "fund") || words.contains { $0 == "surplus" || $0 == "deficit" }
  }

  /// Whether it says that money of funding or income is lost, or paid away: "fall in fees", a tariff.
  var isLossOrPayment: Bool {
    let stems = [
      "reduc", "los", "short", "declin", "decreas", "lower", "less", "cut", "taper", "withdraw",
      "end", "tariff", "levies", "parish", "paid", "pay", "repa", "pool", "appeal", "provision",
      "discount", "relief", "exempt", "bad", "debt", "refund", "clawback", "deduct", "write",
      "adjust", "rebas", "reset", "transfer", "pressure", "cost", "impact", "risk",
    ]
    return hasPair("tax", "support") || hasPair("contribution", "to")
      || words.contains { word in stems.contains { word.hasPrefix($0) } && word != "endowment" }
  }

  /// Whether it is council tax itself, which rises from year to year, and not a grant for it.
  var isCouncilTax: Bool { hasPair("council", "tax") && !isGrant }

  /// Money that others decide, which may fall: a grant, a bonus.
  var isGrant: Bool {
    words.contains { word in
      ["grant", "bonus", "settlement"].contains { word.hasPrefix($0) }
    }
  }

  /// Whether it says that money is only moved between years: "deferred", "repaid", "smoothing".
  var isTiming: Bool {
    let stems = [
      "repa", "replen", "smooth", "timing", "accelerat", "defer", "advance", "early", "profil",
      "slip", "borrow", "loan",
    ]
    return words.contains { word in stems.contains { word.hasPrefix($0) } }
  }

  /// Whether two titles have a word in common that is no small one.
  func shares(_ other: LineWording) -> Bool {
    let common: Set<Substring> = [
      "income", "saving", "savings", "change", "changes", "increase", "reduction", "total",
      "budget", "cost", "costs", "service", "services", "council", "from", "with", "other",
    ]
    let own = Set(words.filter { $0.count > 3 }).subtracting(common)
    return !own.isDisjoint(with: other.words)
  }

  private func hasPair(_ first: Substring, _ second: Substring) -> Bool {
    zip(words, words.dropFirst()).contains { $0 == first && $1 == second }
  }
}
