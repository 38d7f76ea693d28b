package vn.sen.acceptance.faults;

/** What is done to the platform while it works. */
enum Fault {
  /** Kill -9 of a membership instance at whatever it does: faults 1, 2 and 3. */
  KILL_MEMBERSHIP(8),
  /** Kill -9 while the broker answers nobody, so that events are written and not published: 2. */
  KILL_BEFORE_PUBLISHING(8),
  /**
   * Kill -9 while the store answers nobody: writes on their way take effect after the death of who
   * sent them, and what was published is not pulled. Faults 1 and 3.
   */
  KILL_BEFORE_PULL(8),
  /** SIGSTOP of a membership instance for longer than its leases: 4. */
  STOP_MEMBERSHIP(9),
  /** The broker is away for long: 5. */
  BROKER_AWAY(20),
  /** The broker is killed and started again: 6. */
  KILL_BROKER(5),
  /** The broker refuses one aggregate's event for good: 7. */
  REFUSE_EVENT(5),
  /** The store answers nobody for seconds: 8. */
  STOP_STORE(5),
  /** The store is killed and started again: 8. */
  KILL_STORE(5),
  /** The store is away for so long that commands are answered by 503: 8. */
  STORE_AWAY(12),
  /** Records that nobody can read, unknown versions, later events of the same aggregate: 14–16. */
  POISON(2),
  /** Events come again, and new ones out of order: 17. */
  DUPLICATES(2),
  /** A reporting instance leaves and comes back under load: 18. */
  REBALANCE(8),
  /** Kill -9 of a reporting instance: 19. */
  KILL_REPORTING(8),
  /** Kill -9 of a reporting instance while its checkpoint is on its way to the store: 19. */
  KILL_IN_CHECKPOINT(8),
  /** SIGSTOP of a reporting instance for longer than its session: 18, 19. */
  STOP_REPORTING(9),
  /** A consumer group's offsets are set back, or a view's positions to the beginning: 20. */
  RESET_OFFSETS(12),
  /** An instance whose clock is a day off, and later goes back by seconds: 28. */
  SHIFT_CLOCK(8),
  /** Everything is killed, one part after the other, and started again. */
  KILL_ALL(20);

  private final int seconds;

  Fault(int seconds) {
    this.seconds = seconds;
  }

  /** About how long it takes with what follows. */
  int seconds() {
    return seconds;
  }
}
