/// The looks of cells that a workbook uses, each written once, on styles that a council can restyle.
struct WorkbookStyles {
  /// What a cell is, which decides its font, ground and border.
  enum Role: Int, CaseIterable {
    case plain, title, line, heading, headingOfFigures, label, section, total, totalLabel, input,
      link, linked
  }

  private struct Look: Hashable {
    let role: Role
    let format: String?
    let indent: Int
  }

  /// What decides the number format of a figure.
  private struct FigureLook: Hashable {
    let role: Role
    let unit: Unit
    let decimals: Int
    let nilMark: String?
    let tableUnit: Unit?
    let negatives: AmountFormat.Negatives
  }

  private var figures: [FigureLook: Int] = [:]
  private var looks: [Look] = [Look(role: .plain, format: nil, indent: 0)]
  private var places: [Look: Int] = [Look(role: .plain, format: nil, indent: 0): 0]
  private var formats: [String] = []

  /// The number of a look, by which cells name it.
  mutating func number(_ role: Role, format: String? = nil, indent: Int = 0) -> Int {
    let look = Look(role: role, format: format, indent: indent)
    if let known = places[look] { return known }
    if let format, !formats.contains(format) { formats.append(format) }
    places[look] = looks.count
    looks.append(look)
    return looks.count - 1
  }

  /// The number of a figure's look on its sheet.
  mutating func number(_ role: Role, of figure: SheetFigure, on sheet: Sheet) -> Int {
    let look = FigureLook(
      role: role, unit: figure.unit, decimals: figure.decimals, nilMark: figure.nilMark,
      tableUnit: sheet.unit, negatives: sheet.negatives)
    if let known = figures[look] { return known }
    let format = CellFormat.code(figure, tableUnit: sheet.unit, negatives: sheet.negatives)
    let number = number(role, format: format)
    figures[look] = number
    return number
  }

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
