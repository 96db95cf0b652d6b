/// What may stand at a key, as far as it can be told without the rest of the file.
///
/// The layout of a file and the schema for editors are made from it. It says less than the reader,
/// never more: what the reader takes has its form.
indirect enum KeyForm: Sendable {
  /// Any one value.
  case text
  /// The id of something, where it is given or named.
  case identifier
  case year
  /// `yes` or `no`.
  case flag
  case unit
  /// A figure, a formula, or nothing.
  case amount
  case formula
  /// A whole number within bounds.
  case whole(ClosedRange<Int>)
  /// One of a few words.
  case choice([String])
  /// Nothing.
  case blank
  /// Keys with values, those of one kind.
  case keys(KeySet)
  /// Values under keys that the file chooses.
  case entries(KeyForm)
  case list(KeyForm)
  case oneOf([KeyForm])

  /// The words of an enumeration.
  static func choice<Choice: RawRepresentable & CaseIterable>(_: Choice.Type) -> KeyForm
  where Choice.RawValue == String {
    .choice(Choice.allCases.map(\.rawValue))
  }

  /// One value, or a list of them.
  static func oneOrMore(_ form: KeyForm) -> KeyForm { .oneOf([form, .list(form)]) }

  /// One value for all years, a list with one for each, or values under the years.
  static func byYear(_ form: KeyForm) -> KeyForm { .oneOf([form, .list(form), .entries(form)]) }

  static let figures = byYear(.amount)
  static let fundingByYear = byYear(.oneOf([.choice(FundingStatus.self), .blank]))
  static let decimals = whole(0...6)

  /// The assumption that a council tax takes: figures by year, its id, or the keys of one.
  static let assumed = oneOf([.amount, .list(.amount), .keys(.assumption), .entries(.amount)])
  /// A row of a section, or one that stands by itself.
  static let row = oneOf([.keys(.heading), .keys(.figure), .keys(.line)])
  static let inTotal = oneOf([.choice(["sum", "last", "blank"]), .formula])
}

extension KeySet {
  /// Whether a mapping with these keys may be of this kind.
  func fits(_ given: [String]) -> Bool {
    given.allSatisfy(names.contains)
      && keys.allSatisfy { !$0.isRequired || given.contains($0.name) }
  }
}

extension KeyForm {
  /// The kind of mapping that stands here, told by its keys; nil where they are free.
  func keySet(of entries: [Node.Entry]) -> KeySet? {
    switch self {
    case .keys(let keySet): keySet
    case .oneOf(let forms):
      forms.lazy.compactMap { $0.keySet(of: entries) }
        .first { $0.fits(entries.map(\.key.text)) }
    default: nil
    }
  }

  /// What stands under the free keys of a mapping, or in a list; nil where none is expected.
  var inner: (entry: KeyForm?, item: KeyForm?) {
    switch self {
    case .entries(let form): (form, nil)
    case .list(let form): (nil, form)
    case .oneOf(let forms):
      (
        forms.lazy.compactMap(\.inner.entry).first,
        forms.lazy.compactMap(\.inner.item).first
      )
    default: (nil, nil)
    }
  }
}
