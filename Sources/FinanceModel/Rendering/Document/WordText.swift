/// Paragraphs and runs as Word has them. Every text passes through here and is made safe.
extension XMLWriter {
  /// An element with one attribute, in Word's namespace.
  mutating func word(_ name: String, _ attribute: String, _ value: String) {
    element(name, ["w:" + attribute: value])
  }

  /// A paragraph in a named style.
  ///
  /// `level` is its step in a list. `keepsNext` keeps it on the page of the next, `section` ends
  /// the pages so far, and `indent` moves it from the left.
  mutating func paragraph(
    _ style: String, level: Int? = nil, keepsNext: Bool = false, indent: Int = 0,
    section: ((inout XMLWriter) -> Void)? = nil, _ content: (inout XMLWriter) -> Void
  ) {
    element("w:p") { xml in
      xml.element("w:pPr") { xml in
        xml.word("w:pStyle", "val", style)
        if keepsNext { xml.element("w:keepNext") }
        if let level, level > 0 {
          xml.element("w:numPr") { xml in
            xml.word("w:ilvl", "val", String(level))
            xml.word("w:numId", "val", "1")
          }
        }
        if indent > 0 { xml.word("w:ind", "left", String(indent)) }
        section?(&xml)
      }
      content(&xml)
    }
  }

  /// A text that is safe already, in one run.
  mutating func run(_ text: String, style: String? = nil, isRightToLeft: Bool = false) {
    guard !text.isEmpty else { return }
    element("w:r") { xml in
      if style != nil || isRightToLeft {
        xml.element("w:rPr") { xml in
          if let style { xml.word("w:rStyle", "val", style) }
          if isRightToLeft { xml.element("w:rtl") }
        }
      }
      xml.element("w:t", text: text)
    }
  }

  /// A label as one line, its words from right to left in a run of their own.
  mutating func runs(_ label: String, style: String? = nil) {
    let parts = MarkupText.parts(label)
    run(parts.before, style: style)
    run(parts.rightToLeft, style: style, isRightToLeft: true)
    run(parts.after, style: style)
  }

  /// A field that Word fills in, with what it shows until then.
  mutating func field(_ name: String, _ shown: String) {
    func mark(_ type: String) {
      element("w:r") { $0.word("w:fldChar", "fldCharType", type) }
    }
    mark("begin")
    element("w:r") { $0.element("w:instrText", text: " \(name) ") }
    mark("separate")
    run(shown)
    mark("end")
  }
}
