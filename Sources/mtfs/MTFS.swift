import FinanceModel

@main
enum MTFS {
  static func main() {
    print("mtfs")
  }
}
