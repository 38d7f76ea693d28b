package vn.sen.events.identity;

/** What a machine client stands for. */
public enum ClientKind {
  BANK,
  DASHBOARD
}
