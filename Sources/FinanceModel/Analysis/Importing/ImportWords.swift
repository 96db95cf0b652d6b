/// The words by which councils call what stands in their tables.
///
/// A word counts where it begins a word of the text: `saving` is found in *Savings*, not in *unsaving*.
enum ImportWords {
  /// A row that adds others up.
  static let total = ["total", "sub-total", "subtotal", "sum of"]
  /// A row that may be made from others.
  static let made =
    total + [
      "net", "gap", "shortfall", "deficit", "surplus", "balance", "remaining", "requirement",
      "required", "change", "difference", "variance", "movement", "closing", "gross", "overall",
      "cumulative", "annual", "unfunded", "after", "before", "budget", "resources", "expenditure",
      "funding", "position", "available", "all ", "savings target", "still to",
    ] + toFind
  /// What nobody has found yet, though it may be called savings.
  static let toFind = [
    "unidentified", "to be identified", "not yet identified", "to be found", "still to find",
    "still to be found", "to find", "savings requirement", "savings required", "savings target",
    "required savings",
  ]
  /// A row that is what is left to find.
  static let gap =
    toFind + [
      "gap", "shortfall", "deficit", "surplus", "required", "unfunded", "balanced budget",
      "(under)/over", "over/(under)",
      "cost reduction plan required", "net position",
    ]
  /// What is left for council tax to bring.
  static let requirement =
    ["council tax requirement", "precept requirement", "council taxpayers", "council tax payers"]
    + ["met", "raised", "funded", "collected", "borne", "financed", "found"].flatMap { verb in
      ["\(verb) from council tax", "\(verb) by council tax", "\(verb) through council tax"]
    }
  /// A column before the plan.
  static let base = [
    "base", "current", "approved", "existing", "actual", "outturn", "original", "latest", "revised",
    "adjusted", "this year", "baseline", "opening", "restated", "prior year", "previous year",
    "last year", "month ", "quarter ",
  ]
  /// What stands under a year: how sure its figures are.
  static let year =
    base + [
      "budget", "forecast", "estimate", "draft", "indicative", "proposed", "projected",
      "provisional",
      "plan",
    ]
  static let reserves = [
    "reserve", "balances", "fund balance", "working balance", "smoothing", "budget stabilisation",
    "earmarked fund", "equalisation fund", "equalisation account", "volatility fund",
    "use of general fund", "use of the general fund",
  ]
  /// What is put into reserves or taken out of them, and no balance.
  static let useOfReserves = [
    "use of", "contribution", "transfer", "drawdown", "draw down", "draw-down", "applied",
    "application", "release", "from reserves", "to reserves", "from balances", "to balances",
    "funded from", "met from", "replenish", "planned use", "appropriation", "call on",
  ]
  static let saving = [
    "saving", "efficienc", "cost reduction", "transformation", "vfm", "budget reduction",
    "reductions", "invest to save", "mitigation", "rationalis",
  ]
  static let funding =
    [
      "council tax", "precept", "business rate", "nndr", "rates retention", "retained rates", "rsg",
      "revenue support grant", "formula grant", "collection fund", "new homes bonus", "funding",
      "financed by", "financing", "settlement", "baseline funding", "social care levy", "resources",
      "grant", "services grant", "top up", "top-up", "tariff", "taxation", "funded by",
      "public health grant", "better care fund", "ibcf", "bcf", "rate income", "rates income",
      "regional rate", "district rate", "ctax", "non-domestic", "ndr", "external support",
      "aggregate external finance", "aef", "external finance", "sfa", "rural services delivery",
    ]
    + producers
  /// What producers of packaging pay for its collection.
  static let producers = ["extended producer", "epr", "packaging"]
  static let income = [
    "income", "fees and charges", "fees & charges", "sales", "rents", "recharge", "traded", "yield",
  ]
  static let pressure = [
    "pressure", "growth", "inflation", "pay award", "pay and", "demand", "demograph", "investment",
    "contingenc", "increase", "cost", "pension", "demographic", "new burdens", "unavoidable",
    "capital financing", "borrowing", "levies", "national insurance", "living wage", "nlw",
    "staffing", "national living wage", "needs", "burden",
  ]
  /// A row that stands beside the money.
  static let memorandum = [
    "memorandum", "memo", "band d", "tax base", "taxbase", "percentage", "% ", "fte",
    "for information", "headcount", "number of", "properties", "population", "collection rate",
  ]
  /// Whole budgets rather than what a year adds.
  static let level = [
    "base budget", "net budget", "budget requirement", "gross", "total expenditure", "forecast",
    "cumulative", "net expenditure", "expenditure", "service budget", "net cost of services",
    "total budget", "revenue budget", "net revenue", "directorate budget",
  ]
  /// What is spent, in the titles of totals and headings.
  static let spending = [
    "expenditure", "spending", "spend", "net budget", "budget requirement", "net cost",
    "net revenue budget", "service budget", "service cost", "cost of services", "gross budget",
    "total budget", "requirement",
  ]
  /// A row that takes something off something else, whatever either is.
  static let lessens = ["less", "net of", "minus"]
  /// What a year adds rather than whole budgets.
  static let change = [
    "change", "increase", "growth", "pressures", "movement", "annual", "incremental", "additional",
    "removal", "reversal", "year on year", "adjustment",
  ]

  /// The part of a text that is read as a title, in bytes.
  private static let longest = 1_000

  /// Whether any of the words begins a word of the text.
  static func holds(_ text: String, _ words: [String]) -> Bool {
    let text = Array(text.utf8.prefix(longest)).map { (65...90).contains($0) ? $0 + 32 : $0 }
    let starts = text.indices.filter { place in
      place == 0 || separators.contains(text[place - 1])
        || (place > 1 && text[(place - 2)..<place].elementsEqual("£".utf8))
    }
    let firsts = Set(starts.map { text[$0] })
    return words.contains { word in
      let word = word.utf8
      guard let first = word.first, firsts.contains(first) else { return false }
      return starts.contains { begins(text, at: $0, with: word) }
    }
  }

  private static let separators: Set<UInt8> = Set(" (/-'\"&,".utf8)

  private static func begins(_ text: [UInt8], at start: Int, with word: String.UTF8View) -> Bool {
    var place = start
    for byte in word {
      guard place < text.count, text[place] == byte else { return false }
      place += 1
    }
    return true
  }
}

extension String {
  /// Whether a piece of text stands in it.
  func contains(_ piece: String) -> Bool {
    let (text, piece) = (Array(utf8), Array(piece.utf8))
    guard !piece.isEmpty, text.count >= piece.count else { return piece.isEmpty }
    return (0...(text.count - piece.count)).contains { start in
      text[start] == piece[0] && text[start..<start + piece.count].elementsEqual(piece)
    }
  }
}
