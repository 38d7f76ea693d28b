package vn.sen.events.training;

/** What is counted about people at an activity beside as what they came; traits overlap. */
public enum ParticipantTrait {
  WOMEN,
  MEN,
  /** Người dân tộc thiểu số. */
  ETHNIC_MINORITY,
  /** Người theo đạo. */
  RELIGIOUS,
  /** Người khuyết tật. */
  WITH_DISABILITY,
  /** Trẻ em. */
  CHILDREN
}
