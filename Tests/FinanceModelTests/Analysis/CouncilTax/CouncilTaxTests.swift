import Testing

@testable import FinanceModel

@Suite struct CouncilTaxTests {
  @Test func `Band D is last year's and both increases, each rounded to the penny`() throws {
    let tax = try Taxed()
    // 2.99% of 1500.00 is 44.85; of 1574.85 it is 47.088; of 1621.94 it is 48.496.
    #expect(tax.pounds(\.coreIncrease) == "44.85 47.09 48.50 50.43")
    #expect(tax.pounds(\.adultSocialCareIncrease) == "30.00 0.00 16.22 33.73")
    #expect(tax.pounds(\.charge.bandD) == "1574.85 1621.94 1686.66 1770.82")
    #expect(tax.pounds(\.charge.adultSocialCare) == "130.00 130.00 146.22 179.95")
    for year in tax.answer.years {
      let rises = year.coreIncrease + (year.adultSocialCareIncrease ?? .zero)
      #expect(year.lastBandD + rises == year.charge.bandD)
    }
  }

  @Test func `the lines are the change of the yield with its sign turned, exactly`() throws {
    let tax = try Taxed()
    #expect(tax.millions(tax.answer.years.map(\.charge.yield)) == "159.060 165.454 173.777 184.272")
    let sheet = try tax.sheet
    #expect(sheet["base-growth"] == "-1.500 -1.590 -1.655 -1.738")
    #expect(sheet["tax"] == "-4.530 -4.804 -4.997 -5.247")
    #expect(sheet["care"] == "-3.030 0.000 -1.671 -3.510")
    for year in tax.answer.years {
      let care = try #require(year.yieldOfAdultSocialCareIncrease)
      #expect(year.yieldOfGrowth + year.yieldOfCoreIncrease + care == year.change)
    }
    #expect(sheet.base("tax") == "-140.000")
    #expect(sheet.base("care") == "-10.000")
    #expect(sheet.base("base-growth") == "~")
  }

  @Test(arguments: ["none", "[0%, 0%, 0%, 0%]"])
  func `what does not grow adds nothing, whatever the rounding`(growth: String) throws {
    let sheet = try Taxed(["tax-base": "123456.78", "tax-base-growth": growth]).sheet
    #expect(sheet["base-growth"] == "0.000 0.000 0.000 0.000")
  }

  @Test func `a freeze in one year leaves earlier rises alone, and later ones are on less`() throws
  {
    let tax = try Taxed(
      ["adult-social-care-increase": "[0%, 0%, 0%, 0%]"], core: "[2%, 0%, 2%, 2%]")
    #expect(tax.pounds(\.charge.bandD) == "1530.00 1530.00 1560.60 1591.81")
    #expect(try tax.sheet["tax"] == "-3.030 0.000 -3.153 -3.247")
  }

  @Test func `a freeze forgoes its year and each later one, as the plan without the rise says`()
    throws
  {
    let tax = try Taxed(["adult-social-care-increase": "[0%, 0%, 0%, 0%]"], core: "2%")
    for (offset, freeze) in tax.answer.freezes.enumerated() {
      let rises = (0..<4).map { $0 == offset ? "0%" : "2%" }.joined(separator: ", ")
      let frozen = try Taxed(
        ["adult-social-care-increase": "[0%, 0%, 0%, 0%]"], core: "[\(rises)]")
      let less = zip(tax.answer.years, frozen.answer.years).map {
        $0.charge.yield - $1.charge.yield
      }
      #expect(freeze.forgone == less)
      #expect(freeze.forgone.prefix(offset).allSatisfy { $0 == .zero })
      #expect(less[3] > less[offset] || offset == 3)
    }
  }

  @Test func `a collection fund balance is for its year only, and no increase is made on it`()
    throws
  {
    let with = try Taxed()
    let without = try Taxed([
      "collection-fund": "none",
      "lines": "{ core-increase: { id: tax }, adult-social-care-increase: { id: care }, "
        + "base-growth: { id: base-growth } }",
    ])
    #expect(try with.sheet.cumulative("fund") == "-4.000 0.000 0.000 0.000")
    #expect(with.answer.years.map(\.charge.yield) == without.answer.years.map(\.charge.yield))
    let gap = try with.sheet.gap(.remaining, .cumulative).split(separator: " ").dropFirst()
    #expect(try without.sheet.gap(.remaining, .cumulative).split(separator: " ").dropFirst() == gap)
  }

  @Test func `a balance of the base year drops out in the first`() throws {
    let tax = try Taxed(["collection-fund": "{ base: 1.000, values: [4.000, 0.000, 0.000, 0.000] }"]
    )
    #expect(try tax.sheet.base("fund") == "-1.000")
    #expect(try tax.sheet.annual("fund") == "-3.000 4.000 0.000 0.000")
  }

  @Test func `a tax base before collection is collected at each year's rate`() throws {
    let before = try Taxed(["collection-rate": "{ base: 98%, values: [98%, 97%, 97%, 100%] }"])
    let bases = before.answer.years.map(\.charge.taxBase)
    #expect(bases == (try ["98980", "98949.70", "99939.20", "104060.40"].map { try Rate($0) }))
    #expect(before.answer.base.taxBase == (try Rate("98000")))
    #expect(try before.sheet["base-growth"].hasPrefix("-1.470 0.048 "))
  }

  @Test func `an increase may be pounds`() throws {
    let tax = try Taxed(["core-increase": "{ unit: £, values: [5.00, 4.99, 0.00, 5.00] }"])
    #expect(tax.pounds(\.coreIncrease) == "5.00 4.99 0.00 5.00")
  }

  @Test func `1% is a hundredth of last year's Band D on this year's tax base`() throws {
    let tax = try Taxed()
    #expect(tax.pounds(\.onePercent) == "15.00 15.75 16.22 16.87")
    #expect(tax.millions(tax.answer.years.map(\.yieldOfOnePercent)) == "1.515 1.607 1.671 1.755")
  }

  @Test func `where a section prints income as positive the lines do too`() throws {
    let sections = Taxed.sections.replacing(
      "role: funding,", with: "role: funding, signs: income-positive,"
    )
    .replacing("(9.000)", with: "9.000")
    let turned = try Taxed(sections: sections)
    #expect(try turned.sheet["tax"] == "4.530 4.804 4.997 5.247")
    #expect(try turned.sheet.gap(.remaining) == Taxed().sheet.gap(.remaining))
  }

  @Test func `a share delivered of the section is not for its council tax`() throws {
    let sections = Taxed.sections.replacing("role: funding,", with: "role: funding, delivery: 50%,")
    #expect(try Taxed(sections: sections).sheet["tax"] == Taxed().sheet["tax"])
  }

  @Test func `a plan that rounds nothing has the yield to the penny and below`() throws {
    let tax = try Taxed(["tax-base": "123456.78"], more: "rounding: none")
    let year = tax.answer.years[0]
    #expect(year.charge.yield == (try year.charge.bandD * year.charge.taxBase))
    let care = try #require(year.yieldOfAdultSocialCareIncrease)
    #expect(year.yieldOfGrowth + year.yieldOfCoreIncrease + care == year.change)
  }

  @Test(arguments: ["assumption: core", "assumption: council-tax-adult-social-care-increase"])
  func `a scenario moves what drives it, named or typed`(choice: String) throws {
    let plan = try Taxed().plan
    let file = SourceFile(
      path: "question.yaml",
      text: "scenario: more\nbased-on: plan.yaml\nchanges:\n"
        + "  - { \(choice), in: [2017-18], shift: 1 point }\n")
    let changed = try plan.applying(try Scenario(file)).forecast().councilTaxAnswer()
    // 1% of 1500.00 is 15.00, on 101,000.
    let difference = changed.years[0].charge.yield - (try Taxed()).answer.years[0].charge.yield
    #expect(difference == Money(pounds: 1_515_000))
  }

  @Test func `a plan rolled forward goes on from the Band D and tax base it has reached`() throws {
    let head = Taxed.head(["collection-fund": "[4.000, 0.000, 0.000, 2.000]"])
    let file = SourceFile(path: "plan.yaml", text: Sheet.text(Taxed.sections, head: head))
    let roll = try RollForward(file)
    let old = try roll.old.councilTaxAnswer()
    let new = try roll.new.councilTaxAnswer()
    #expect(new.base.bandD == old.years[0].charge.bandD)
    #expect(new.years.map(\.charge).dropLast() == old.years.map(\.charge)[1...])
    #expect(new.years[3].charge.collectionFund == .zero)
    #expect(roll.held.isEmpty)
  }

  @Test func `a plan without council tax is told what to add`() throws {
    let sheet = try Sheet(Taxed.sections)
    #expect(throws: Diagnostics.self) { try sheet.forecast.councilTaxAnswer() }
  }
}
