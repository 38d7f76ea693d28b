package vn.sen.chassis.store;

/** What became of one aggregate of a bulk creation. */
public sealed interface BulkOutcome {

  /** It was created now. */
  record Created() implements BulkOutcome {}

  /** An earlier attempt had created it. */
  record AlreadyThere() implements BulkOutcome {}

  /**
   * Another aggregate holds one of its natural keys; nothing was written.
   *
   * @param key the name of the key
   */
  record KeyTaken(String key) implements BulkOutcome {}
}
