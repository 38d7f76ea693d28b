package vn.sen.local;

import org.jspecify.annotations.Nullable;

/** A part of the platform did not start; its log says more. */
final class StartFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartFailed(String part, @Nullable Throwable cause) {
    super(part, cause);
  }

  /** The part and the innermost reason, in one line. */
  String line() {
    Throwable root = this;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return getMessage() + ": " + root.getClass().getSimpleName() + ": " + firstLine(root);
  }

  private static String firstLine(Throwable failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }
}
