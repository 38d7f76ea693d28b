package vn.sen.events.membership;

/** How a member made known what she wants, in a way that can be proved. */
public enum ContactChannel {
  /** A signed paper. */
  PAPER,
  /** In person, with minutes. */
  IN_PERSON,
  /** A recorded call. */
  PHONE,
  /** A message, an e-mail or a form. */
  ELECTRONIC
}
