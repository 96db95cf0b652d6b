/// A character that HTML names: `&pound;`, `&#163;` or `&#xA3;`.
struct HTMLEntity {
  let scalar: Unicode.Scalar
  /// The place behind it.
  let end: Int

  /// The entity that begins at a `&`; nil for a name that is not known, which stays as it is.
  init?(_ bytes: [UInt8], at start: Int) {
    let rest = bytes[(start + 1)...].prefix(12)
    guard let semicolon = rest.firstIndex(of: Byte.semicolon), semicolon > start + 1 else {
      return nil
    }
    let name = String(decoding: rest[..<semicolon], as: UTF8.self)
    let value: UInt32? =
      if name.hasPrefix("#x") || name.hasPrefix("#X") {
        UInt32(name.dropFirst(2), radix: 16)
      } else if name.hasPrefix("#") {
        UInt32(name.dropFirst())
      } else {
        HTMLEntity.names[name]
      }
    guard let value else { return nil }
    // What stands for no character is shown as the mark of one that is missing.
    scalar = Unicode.Scalar(value).flatMap { $0.value == 0 ? nil : $0 } ?? "\u{FFFD}"
    end = semicolon + 1
  }

  /// Those that a report is likely to have; the standard has two thousand.
  private static let names: [String: UInt32] = [
    "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0xA0, "pound": 0xA3,
    "euro": 0x20AC, "percnt": 0x25, "num": 0x23, "lpar": 0x28, "rpar": 0x29, "comma": 0x2C,
    "period": 0x2E, "sol": 0x2F, "colon": 0x3A, "semi": 0x3B, "dollar": 0x24, "ast": 0x2A,
    "plus": 0x2B, "minus": 0x2212, "hyphen": 0x2010, "dash": 0x2010, "ndash": 0x2013,
    "mdash": 0x2014, "horbar": 0x2015, "lsquo": 0x2018, "rsquo": 0x2019, "sbquo": 0x201A,
    "ldquo": 0x201C, "rdquo": 0x201D, "bdquo": 0x201E, "hellip": 0x2026, "bull": 0x2022,
    "middot": 0xB7, "ensp": 0x2002, "emsp": 0x2003, "thinsp": 0x2009, "hairsp": 0x200A,
    "numsp": 0x2007, "puncsp": 0x2008, "shy": 0xAD, "zwnj": 0x200C, "zwj": 0x200D, "times": 0xD7,
    "divide": 0xF7, "plusmn": 0xB1, "frac12": 0xBD, "frac14": 0xBC, "frac34": 0xBE, "copy": 0xA9,
    "reg": 0xAE, "trade": 0x2122, "deg": 0xB0, "sect": 0xA7, "para": 0xB6, "laquo": 0xAB,
    "raquo": 0xBB, "dagger": 0x2020, "Dagger": 0x2021, "sup1": 0xB9, "sup2": 0xB2, "sup3": 0xB3,
    "asymp": 0x2248, "ne": 0x2260, "le": 0x2264, "ge": 0x2265, "Tab": 0x9, "NewLine": 0xA,
    "eacute": 0xE9, "egrave": 0xE8, "agrave": 0xE0, "ccedil": 0xE7, "ouml": 0xF6, "uuml": 0xFC,
  ]
}
