import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// What each element is made into by itself, on as many processors as there are, in order.
  func mappedConcurrently<Made: Sendable>(_ make: @Sendable (Element) -> Made) -> [Made] {
    let made = Mutex<[Made?]>([Made?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { place in
      let one = make(self[place])
      made.withLock { $0[place] = one }
    }
    return made.withLock { $0 }.compactMap { $0 }
  }
}
