package vn.sen.local;

/** Why a command cannot be carried out, in one line a user can act on. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Refusal(String vietnamese, String english) {
    super(vietnamese + " / " + english);
  }

  Refusal(String vietnamese, String english, Throwable cause) {
    super(vietnamese + " / " + english, cause);
  }

  /** The line, Vietnamese first. */
  String line() {
    return String.valueOf(getMessage());
  }
}
