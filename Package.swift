// swift-tools-version: 6.0

import PackageDescription

let package = Package(
  name: "mtfs",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "FinanceModel", targets: ["FinanceModel"]),
    .executable(name: "mtfs", targets: ["mtfs"]),
  ],
  targets: [
    .target(name: "FinanceModel"),
    .executableTarget(name: "mtfs", dependencies: ["FinanceModel"]),
    .testTarget(name: "FinanceModelTests", dependencies: ["FinanceModel"]),
    .testTarget(name: "CommandTests", dependencies: ["mtfs"]),
    .testTarget(name: "ReconciliationTests", dependencies: ["FinanceModel"]),
    .testTarget(name: "ProjectTests", dependencies: ["FinanceModel"]),
  ],
  swiftLanguageModes: [.v6]
)
