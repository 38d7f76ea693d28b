package vn.sen.reporting.audit;

/** What an entry of the trail tells. */
public enum Kind {
  /** A command changed something; the event says what. */
  CHANGED,
  /** Records were shown. */
  READ,
  /** Something was done that leaves no event of the domain. */
  DONE,
  /** Somebody tried what she may not. */
  REFUSED,
  /** The trail itself says how far it reached. */
  STATED,
  /** A record that none of the services has written, or not like this. */
  UNREADABLE
}
