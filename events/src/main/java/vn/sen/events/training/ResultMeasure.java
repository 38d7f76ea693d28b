package vn.sen.events.training;

/**
 * What the result of an indicator counts. Flows are counted from the first day of the year to the
 * day asked for; stocks are what there is on that day.
 */
public enum ResultMeasure {
  /** Flow: classes held. */
  CLASSES_HELD,
  /** Flow: people who took part in classes, each counted once. */
  PEOPLE_TRAINED,
  /** Flow: turns (lượt) in classes. */
  TRAINING_TURNS,
  /** Stock: community groups of a type that live. */
  GROUPS_ALIVE,
  /** Flow: community groups of a type founded. */
  GROUPS_FOUNDED,
  /** Flow: activities of a kind held. */
  ACTIVITIES_HELD,
  /** Flow: people at activities of a kind; whoever is known by id is counted once. */
  ACTIVITY_PEOPLE,
  /** Flow: turns (lượt) at activities of a kind. */
  ACTIVITY_TURNS,
  /** Stock: loans of a lending programme with principal outstanding. */
  LOANS,
  /** Stock: households with principal outstanding in a lending programme, each counted once. */
  BORROWING_HOUSEHOLDS,
  /** Stock: principal outstanding of a lending programme, in đồng. */
  OUTSTANDING,
  /** Stock: people in post who are competent in something, each counted once. */
  CADRES_COMPETENT,
  /** Stock: these people ÷ people in post, in percent. */
  CADRE_COVERAGE,
  /** What officers state, because the platform cannot count it. */
  STATED
}
