#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@main
enum MTFS {
  static func main() {
    let console = Console.standard()
    let dispatcher = Dispatcher(commands: Command.all, console: console)
    let status = dispatcher.run(Array(CommandLine.arguments.dropFirst()))
    exit(console.flush(status).rawValue)
  }
}
