package vn.sen.events.training;

/** What a step of an activity adds to. All are flows: they add up over a period. */
public enum ActivityMeasure {
  /** An activity that was held, on its last day. */
  ACTIVITIES,
  /** Đồng that a held activity was given, on its last day. */
  BUDGET,
  /**
   * Lượt: people at an activity, on its last day. Whoever is known by id stands behind a turn of
   * her own, so she is counted once over activities by {@link ActivityPlace#personId()}; of the
   * others only the number is known.
   */
  TURNS,
  /** Of the turns, those of people with a trait; traits overlap, so they do not add up. */
  TRAIT_TURNS,
  /** Recommendations made, on the day of the report. */
  RECOMMENDATIONS,
  /** Recommendations done, on the day they were done. */
  RECOMMENDATIONS_DONE
}
