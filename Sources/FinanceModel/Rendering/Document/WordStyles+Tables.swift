/// The styles of runs, of tables and of lists.
extension WordStyles {
  static func characters(in xml: inout XMLWriter) {
    func style(_ id: String, _ name: String, _ write: (inout XMLWriter) -> Void) {
      let isOwn = id == "Detail"
      xml.element(
        "w:style", ["w:type": "character", "w:customStyle": isOwn ? "1" : nil, "w:styleId": id]
      ) { xml in
        xml.word("w:name", "val", name)
        xml.element("w:qFormat")
        xml.element("w:rPr", [:], write)
      }
    }
    style("Strong", "Strong") { xml in
      xml.element("w:b")
      xml.element("w:bCs")
    }
    style("Detail", "Detail") { $0.word("w:color", "val", soft) }
  }

  /// A table without a style of its own, and the one that every table of a report has.
  static func tables(in xml: inout XMLWriter) {
    xml.element(
      "w:style", ["w:type": "table", "w:default": "1", "w:styleId": "TableNormal"]
    ) { xml in
      xml.word("w:name", "val", "Normal Table")
      xml.element("w:tblPr") { xml in
        xml.element("w:tblInd", ["w:w": "0", "w:type": "dxa"])
        margins(in: &xml, sides: 70)
      }
    }
    xml.element(
      "w:style", ["w:type": "table", "w:customStyle": "1", "w:styleId": "FinanceTable"]
    ) { xml in
      xml.word("w:name", "val", "Finance Table")
      xml.word("w:basedOn", "val", "TableNormal")
      xml.element("w:qFormat")
      xml.element("w:tblPr") { xml in
        xml.element("w:tblBorders") { xml in
          border("w:top", 12, ink, in: &xml)
          border("w:bottom", 12, ink, in: &xml)
          border("w:insideH", 4, "B1B4B6", in: &xml)
        }
        margins(in: &xml, sides: 70)
      }
      condition("firstRow", in: &xml) { xml in
        xml.element("w:rPr") { $0.element("w:b") }
        xml.element("w:tcPr") { xml in
          xml.element("w:tcBorders") { border("w:bottom", 12, ink, in: &$0) }
          xml.element("w:shd", ["w:val": "clear", "w:color": "auto", "w:fill": "E7ECF0"])
          xml.word("w:vAlign", "val", "bottom")
        }
      }
      condition("lastRow", in: &xml) { xml in
        xml.element("w:rPr") { $0.element("w:b") }
        xml.element("w:tcPr") { xml in
          xml.element("w:tcBorders") { border("w:top", 8, ink, in: &$0) }
        }
      }
      condition("firstCol", in: &xml) { xml in
        xml.element("w:pPr") { $0.word("w:jc", "val", "left") }
      }
    }
  }

  private static func condition(
    _ type: String, in xml: inout XMLWriter, _ content: (inout XMLWriter) -> Void
  ) {
    xml.element("w:tblStylePr", ["w:type": type], content)
  }

  private static func border(_ side: String, _ size: Int, _ color: String, in xml: inout XMLWriter)
  {
    xml.element(
      side, ["w:val": "single", "w:sz": String(size), "w:space": "0", "w:color": color])
  }

  private static func margins(in xml: inout XMLWriter, sides: Int) {
    xml.element("w:tblCellMar") { xml in
      for (side, width) in [("top", 0), ("left", sides), ("bottom", 0), ("right", sides)] {
        xml.element("w:" + side, ["w:w": String(width), "w:type": "dxa"])
      }
    }
  }

  /// The part that says how a list steps in, nine times.
  static var numbering: [UInt8] {
    var xml = XMLWriter()
    xml.element("w:numbering", WordDocument.namespaces) { xml in
      xml.element("w:abstractNum", ["w:abstractNumId": "0"]) { xml in
        xml.word("w:multiLevelType", "val", "hybridMultilevel")
        for level in 0..<9 {
          xml.element("w:lvl", ["w:ilvl": String(level)]) { xml in
            xml.word("w:start", "val", "1")
            xml.word("w:numFmt", "val", "bullet")
            if level == 0 { xml.word("w:pStyle", "val", "ListBullet") }
            xml.word("w:lvlText", "val", level.isMultiple(of: 2) ? "•" : "–")
            xml.word("w:lvlJc", "val", "left")
            xml.element("w:pPr") { xml in
              xml.element("w:ind", ["w:left": String(360 * (level + 1)), "w:hanging": "360"])
            }
          }
        }
      }
      xml.element("w:num", ["w:numId": "1"]) { $0.word("w:abstractNumId", "val", "0") }
    }
    return xml.bytes
  }
}
