package vn.sen.membership.member;

/** As identity documents state it. */
public enum Sex {
  FEMALE,
  MALE
}
