package vn.sen.events.membership;

/** What a person may ask about her data. */
public enum DataRight {
  /** A copy of everything that is held. */
  ACCESS,
  CORRECTION,
  /** Of consents given before. */
  WITHDRAWAL,
  ERASURE
}
