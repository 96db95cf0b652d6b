/// The looks of cells that a workbook uses, each written once, on styles that a council can restyle.
struct WorkbookStyles {
  /// What a cell is, which decides its font, ground and border.
  enum Role: Int, CaseIterable {
    case plain, title, line, heading, headingOfFigures, label, section, total, totalLabel, input,
      link, linked
  }

  /// What a cell looks like on its sheet.
  struct Look: Hashable, Sendable {
    let role: Role
    var indent = 0
    /// What decides the number format; nil for words.
    var figure: Figure?

    init(_ role: Role, indent: Int = 0) {
      self.role = role
      self.indent = indent
    }

    init(_ role: Role, of figure: SheetFigure, on sheet: Sheet) {
      self.role = role
      self.figure = Figure(
        unit: figure.unit, decimals: figure.decimals, nilMark: figure.nilMark,
        tableUnit: sheet.unit, negatives: sheet.negatives)
    }

    /// The format as the file has it; nil for words.
    fileprivate var format: String? {
      figure.map { CellFormat.code($0) }
    }
  }

  /// What decides the number format of a figure.
  struct Figure: Hashable, Sendable {
    let unit: Unit
    let decimals: Int
    let nilMark: String?
    let tableUnit: Unit?
    let negatives: AmountFormat.Negatives
  }

  /// A look as the file has it, which several may come to.
  private struct Written: Hashable {
    let role: Role
    let format: String?
    let indent: Int
  }

  private var looks: [Written] = [Written(role: .plain, format: nil, indent: 0)]
  private var numbers: [Look: Int] = [:]
  private var formats: [String] = []

  /// Of all looks that the cells of a workbook have, in the order in which they come.
  init(_ used: [Look]) {
    var places = [looks[0]: 0]
    for look in used where numbers[look] == nil {
      let written = Written(role: look.role, format: look.format, indent: look.indent)
      if let format = written.format, !formats.contains(format) { formats.append(format) }
      let number = places[written] ?? looks.count
      if number == looks.count { looks.append(written) }
      places[written] = number
      numbers[look] = number
    }
  }

  /// The number of a look, by which cells name it.
  func number(_ look: Look) -> Int { numbers[look] ?? 0 }

  // MARK: The part

  /// The first number that a format of a workbook's own may have.
  private static let firstFormat = 164

  var bytes: [UInt8] {
    var xml = XMLWriter()
    xml.element("styleSheet", ["xmlns": WorkbookRenderer.main]) {
      if !formats.isEmpty {
        $0.element("numFmts", ["count": "\(formats.count)"]) {
          for (position, code) in formats.enumerated() {
            $0.element(
              "numFmt",
              ["numFmtId": "\(WorkbookStyles.firstFormat + position)", "formatCode": code])
          }
        }
      }
      WorkbookStyles.fonts(&$0)
      WorkbookStyles.fills(&$0)
      WorkbookStyles.borders(&$0)
      $0.element("cellStyleXfs", ["count": "\(WorkbookStyles.named.count)"]) {
        for style in WorkbookStyles.named {
          WorkbookStyles.look(&$0, style.role, format: 0, style: nil, indent: 0)
        }
      }
      $0.element("cellXfs", ["count": "\(looks.count)"]) {
        for look in looks {
          let format = look.format.flatMap(formats.firstIndex)
          WorkbookStyles.look(
            &$0, look.role, format: format.map { WorkbookStyles.firstFormat + $0 } ?? 0,
            style: WorkbookStyles.style(look.role), indent: look.indent)
        }
      }
      $0.element("cellStyles", ["count": "\(WorkbookStyles.named.count)"]) {
        for (position, style) in WorkbookStyles.named.enumerated() {
          $0.element(
            "cellStyle",
            ["name": style.name, "xfId": "\(position)", "builtinId": "\(style.builtIn)"])
        }
      }
      $0.element("dxfs", ["count": "0"])
      $0.element("tableStyles", ["count": "0"])
    }
    return xml.bytes
  }

  /// The styles that a reader's program lists by name, and can change for all their cells at once.
  private static let named: [(name: String, builtIn: Int, role: Role)] = [
    ("Normal", 0, .plain), ("Title", 15, .title), ("Heading 3", 18, .heading),
    ("Total", 25, .total),
    ("Input", 20, .input), ("Hyperlink", 8, .link), ("Linked Cell", 24, .linked),
  ]

  private static func style(_ role: Role) -> Int {
    switch role {
    case .plain, .line, .label, .section: 0
    case .title: 1
    case .heading, .headingOfFigures: 2
    case .total, .totalLabel: 3
    case .input: 4
    case .link: 5
    case .linked: 6
    }
  }

  private static func fonts(_ xml: inout XMLWriter) {
    let fonts: [(size: Int, color: String, mark: String?)] = [
      (11, "FF000000", nil), (11, "FF000000", "b"), (16, "FF12436D", "b"), (11, "FF12436D", nil),
      (11, "FF12436D", "u"),
    ]
    xml.element("fonts", ["count": "\(fonts.count)"]) {
      for font in fonts {
        $0.element("font") {
          if let mark = font.mark { $0.element(mark) }
          $0.element("sz", ["val": "\(font.size)"])
          $0.element("color", ["rgb": font.color])
          $0.element("name", ["val": "Arial"])
          $0.element("family", ["val": "2"])
        }
      }
    }
  }

  private static func fills(_ xml: inout XMLWriter) {
    xml.element("fills", ["count": "3"]) {
      $0.element("fill") { $0.element("patternFill", ["patternType": "none"]) }
      $0.element("fill") { $0.element("patternFill", ["patternType": "gray125"]) }
      $0.element("fill") {
        $0.element("patternFill", ["patternType": "solid"]) {
          $0.element("fgColor", ["rgb": "FFFFF7DB"])
          $0.element("bgColor", ["indexed": "64"])
        }
      }
    }
  }

  private static func borders(_ xml: inout XMLWriter) {
    let sides = ["left", "right", "top", "bottom"]
    let borders: [[String: String]] = [
      [:], ["bottom": "medium"], ["top": "thin"],
      ["left": "hair", "right": "hair", "top": "hair", "bottom": "hair"],
    ]
    xml.element("borders", ["count": "\(borders.count)"]) {
      for border in borders {
        $0.element("border") {
          for side in sides {
            if let line = border[side] {
              $0.element(side, ["style": line]) {
                $0.element("color", ["rgb": line == "hair" ? "FF8A94A6" : "FF12436D"])
              }
            } else {
              $0.element(side)
            }
          }
          $0.element("diagonal")
        }
      }
    }
  }

  private static func look(
    _ xml: inout XMLWriter, _ role: Role, format: Int, style: Int?, indent: Int
  ) {
    let (font, fill, border) =
      switch role {
      case .plain, .line, .label: (0, 0, 0)
      case .title: (2, 0, 0)
      case .heading, .headingOfFigures: (1, 0, 1)
      case .section: (1, 0, 0)
      case .total, .totalLabel: (1, 0, 2)
      case .input: (3, 2, 3)
      case .link: (4, 0, 0)
      case .linked: (3, 0, 3)
      }
    xml.element(
      "xf",
      [
        "numFmtId": "\(format)", "fontId": "\(font)", "fillId": "\(fill)", "borderId": "\(border)",
        "xfId": style.map { "\($0)" }, "applyNumberFormat": format == 0 ? nil : "1",
        "applyFont": font == 0 ? nil : "1", "applyFill": fill == 0 ? nil : "1",
        "applyBorder": border == 0 ? nil : "1", "applyAlignment": "1",
      ]
    ) {
      $0.element(
        "alignment",
        [
          "horizontal": horizontal(role, isFigure: format != 0),
          "vertical": role == .heading || role == .headingOfFigures ? "bottom" : "top",
          "wrapText": wraps(role) && format == 0 ? "1" : nil,
          "indent": indent == 0 ? nil : "\(indent)",
        ])
    }
  }

  private static func horizontal(_ role: Role, isFigure: Bool) -> String {
    role == .headingOfFigures || isFigure ? "right" : "left"
  }

  private static func wraps(_ role: Role) -> Bool {
    role != .title && role != .line
  }
}
