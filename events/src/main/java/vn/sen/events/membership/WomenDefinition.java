package vn.sen.events.membership;

/**
 * What a stated number of women counts. A rate is only ever shown with the definition of its
 * denominator.
 */
public enum WomenDefinition {
  ALL_WOMEN,
  WOMEN_18_PLUS,
  /** Women present in the locality: the denominator of the 60 % early warning. */
  WOMEN_PRESENT
}
