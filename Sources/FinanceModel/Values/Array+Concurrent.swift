import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// What each element is made into by itself, on as many processors as there are, in order.
  ///
  /// What is made may itself be made of others so, and then they share the processors that are free.
  package func mappedConcurrently<Made: Sendable>(
    _ make: @escaping @Sendable (Element) -> Made
  ) -> [Made] {
    let work = SharedWork(self, make)
    for _ in 1..<Swift.max(1, Swift.min(count, 16)) {
      DispatchQueue.global().async { work.take() }
    }
    work.take()
    return work.made()
  }
}

/// What two works make, the one beside the other where a second processor is free.
func concurrently<First: Sendable, Second: Sendable>(
  _ first: @escaping @Sendable () -> First, _ second: @escaping @Sendable () -> Second
) -> (First, Second) {
  let made = [true, false].mappedConcurrently { isFirst -> (First?, Second?) in
    isFirst ? (first(), nil) : (nil, second())
  }
  return (made[0].0 ?? first(), made[1].1 ?? second())
}

/// Work of which every thread that has time takes a piece, until none is left.
///
/// `concurrentPerform` would give work within its own work to one thread alone.
private final class SharedWork<Element: Sendable, Made: Sendable>: Sendable {
  private let elements: [Element]
  private let make: @Sendable (Element) -> Made
  private let state: Mutex<State>
  /// What was not made yet.
  private let open = DispatchGroup()

  private struct State {
    var next = 0
    var made: [Made?]
  }

  init(_ elements: [Element], _ make: @escaping @Sendable (Element) -> Made) {
    self.elements = elements
    self.make = make
    state = Mutex(State(made: [Made?](repeating: nil, count: elements.count)))
    for _ in elements { open.enter() }
  }

  /// Makes one after another of those that nobody else has taken.
  func take() {
    while let place = next() {
      let one = make(elements[place])
      state.withLock { $0.made[place] = one }
      open.leave()
    }
  }

  private func next() -> Int? {
    state.withLock { state in
      guard state.next < elements.count else { return nil }
      state.next += 1
      return state.next - 1
    }
  }

  /// Everything that was made, when the last of it is.
  func made() -> [Made] {
    open.wait()
    return state.withLock { $0.made }.compactMap { $0 }
  }
}
