package vn.sen.chassis.view;

/** The log does not hold any more what a position speaks of. */
public final class LogGone extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param topic that was created anew, deleted, or has lost its beginning
   */
  LogGone(String topic) {
    super(
        "The log of "
            + topic
            + " is not the one the position speaks of, or not all of it is there");
  }
}
