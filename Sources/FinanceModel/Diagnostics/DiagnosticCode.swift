/// The name of each kind of fault. `docs/errors.md` shows an example of each and its mending.
public enum DiagnosticCode: String, CaseIterable, Hashable, Sendable {
  // Files
  case fileMissing = "file-missing"
  case fileUnreadable = "file-unreadable"
  case fileIsDirectory = "file-is-directory"
  case fileTooLarge = "file-too-large"
  case fileEmpty = "file-empty"
  case notUTF8 = "not-utf8"

  // YAML
  case tooDeep = "too-deep"
  case tooManyNodes = "too-many-nodes"
  case controlCharacter = "control-character"
  case tab = "tab"
  case indentation = "indentation"
  case unclosedQuote = "unclosed-quote"
  case unclosedBracket = "unclosed-bracket"
  case badEscape = "bad-escape"
  case duplicateKey = "duplicate-key"
  case missingColon = "missing-colon"
  case missingSpace = "missing-space"
  case multilineScalar = "multiline-scalar"
  case flowComma = "flow-comma"
  case blockHeader = "block-header"
  case unsupportedAnchor = "unsupported-anchor"
  case unsupportedTag = "unsupported-tag"
  case unsupportedDirective = "unsupported-directive"
  case unsupportedDocuments = "unsupported-documents"
  case unsupportedKey = "unsupported-key"
  case reservedIndicator = "reserved-indicator"
  case strayText = "stray-text"
  case tooManyCells = "too-many-cells"
  case unsupportedMerge = "unsupported-merge"
  case unsupportedAlias = "unsupported-alias"
  case bareDash = "bare-dash"
  case unquotedColon = "unquoted-colon"
  case tooManyErrors = "too-many-errors"

  // Plans
  case wrongType = "wrong-type"
  case unknownKey = "unknown-key"
  case missingKey = "missing-key"
  case conflictingKeys = "conflicting-keys"
  case wrongValue = "wrong-value"
  case badIdentifier = "bad-identifier"
  case duplicateIdentifier = "duplicate-id"
  case reservedIdentifier = "reserved-id"
  case badYear = "bad-year"
  case yearSequence = "year-sequence"
  case yearMissing = "year-missing"
  case yearOutsidePlan = "year-outside-plan"
  case tooFewFigures = "too-few-figures"
  case tooManyFigures = "too-many-figures"
  case amountBracket = "amount-bracket"
  case amountComma = "amount-comma"
  case amountSign = "amount-sign"
  case amountStray = "amount-stray"
  case amountSize = "amount-size"
  case amountUnit = "amount-unit"
  case baseMissing = "base-missing"
  case baseYearMissing = "base-year-missing"

  // Published tables
  case publishedColumn = "published-column"
  case publishedRow = "published-row"
  case publishedAmbiguous = "published-ambiguous"
  case publishedUnit = "published-unit"
  case publishedCell = "published-cell"

  // Tables
  case raggedRow = "ragged-row"
  case tableColumn = "table-column"

  // Imports and reports
  case noTable = "no-table"
  case workbook = "workbook"
  case noReport = "no-report"

  // Scenarios
  case emptySelection = "empty-selection"
  case scenarioCycle = "scenario-cycle"
  case otherPlan = "other-plan"
  case scenarioTwice = "scenario-twice"
  case profileTotal = "profile-total"

  // Formulas
  case formulaSyntax = "formula-syntax"
  case formulaSize = "formula-size"
  case formulaKind = "formula-kind"
  case formulaYear = "formula-year"
  case formulaSeries = "formula-series"
  case unknownName = "unknown-name"
  case cycle = "cycle"
  case noPreviousYear = "no-previous-year"
  case assumptionWithoutValue = "assumption-without-value"
  case divisionByZero = "division-by-zero"
  case figureTooLarge = "figure-too-large"

  // Proofs
  case regroupingOpen = "regrouping-open"
  case movementOpen = "movement-open"
}
