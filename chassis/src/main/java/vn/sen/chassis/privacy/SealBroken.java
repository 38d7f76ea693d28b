package vn.sen.chassis.privacy;

/** A ciphertext that its key does not open: changed, or sealed for another purpose. */
public final class SealBroken extends RuntimeException {

  SealBroken() {
    super("The ciphertext was changed or belongs elsewhere");
  }
}
