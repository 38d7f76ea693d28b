package vn.sen.chassis.privacy;

/** The keys that configuration gives cannot be used; the service does not start. */
public final class PrivacyKeysInvalid extends RuntimeException {

  private final String action;

  /**
   * @param message what is wrong
   * @param action what the operator should do
   */
  PrivacyKeysInvalid(String message, String action) {
    super(message);
    this.action = action;
  }

  /** What the operator should do. */
  String action() {
    return action;
  }
}
