package vn.sen.acceptance.faults;

/** Something that the checker found wrong. */
record Finding(Kind kind, String what) {

  enum Kind {
    /** Acknowledged, and not there afterwards. */
    LOST,
    /** There more often than acknowledged. */
    DOUBLED,
    /** First occurrences on the log out of order. */
    REORDERED,
    /** An answer that no client should get. */
    ANSWER,
    /** A fault that metrics or health did not show, or that reached those it should not. */
    UNREPORTED
  }

  static Finding lost(String what) {
    return new Finding(Kind.LOST, what);
  }

  static Finding doubled(String what) {
    return new Finding(Kind.DOUBLED, what);
  }
}
