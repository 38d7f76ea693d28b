package vn.sen.events.training;

/** What a step of a class adds to. All are flows: they add up over a period. */
public enum TrainingMeasure {
  /** A class that was held, on its last day, at its organiser. */
  CLASSES,
  /** Đồng that a class was given, on its last day, at its organiser. */
  BUDGET,
  /**
   * Lượt: somebody took part in a class, once however many of its sessions she attended, on the
   * first day she was present, at her own unit. The people behind the turns are counted once by
   * {@link ClassPlace#personId()}.
   */
  TURNS,
  /** Somebody was present at a session, on its day, at her own unit. */
  SESSION_TURNS,
  /** Somebody passed a class, on its last day, at her own unit. */
  PASSED
}
