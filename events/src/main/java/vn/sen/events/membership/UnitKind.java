package vn.sen.events.membership;

/**
 * What a unit is called: a commune-level unit is a ward (phường), a commune (xã) or a township (thị
 * trấn).
 */
public enum UnitKind {
  PROVINCE,
  CITY,
  TOWN,
  DISTRICT,
  WARD,
  COMMUNE,
  TOWNSHIP,
  BRANCH,
  TEAM,
  /** A Union unit without a territory of its own: a police force, a company. */
  OTHER
}
