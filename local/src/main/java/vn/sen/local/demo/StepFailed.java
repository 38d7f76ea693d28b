package vn.sen.local.demo;

/** A step of the demo could not be done; the message is for people. */
class StepFailed extends RuntimeException {

  StepFailed(String message) {
    super(message);
  }

  StepFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
