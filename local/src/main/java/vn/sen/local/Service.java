package vn.sen.local;

import java.util.Locale;

/** The services, in the order they start: membership makes the topics that the others read. */
enum Service {
  MEMBERSHIP("vn.sen.membership.MembershipServiceApplication"),
  LENDING("vn.sen.lending.LendingServiceApplication"),
  TRAINING("vn.sen.training.TrainingServiceApplication"),
  REPORTING("vn.sen.reporting.ReportingServiceApplication"),
  IDENTITY("vn.sen.identity.IdentityServiceApplication");

  private final String mainClass;

  Service(String mainClass) {
    this.mainClass = mainClass;
  }

  /** As in {@code /api/<context>}. */
  String context() {
    return name().toLowerCase(Locale.ROOT);
  }

  String jar() {
    return context() + "-service.jar";
  }

  String mainClass() {
    return mainClass;
  }
}
