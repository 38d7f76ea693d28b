package vn.sen.events.membership;

/** What personal data may be used for beyond the membership itself, if she consents. */
public enum ConsentPurpose {
  /** Calls and messages. */
  CONTACT,
  /** Passing data on to banks that lend to her household. */
  LENDING,
  /** Passing data on to those who hold classes. */
  TRAINING,
  /** Her name, picture or story in publications. */
  PUBLICITY
}
