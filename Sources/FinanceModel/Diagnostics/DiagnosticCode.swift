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
}
