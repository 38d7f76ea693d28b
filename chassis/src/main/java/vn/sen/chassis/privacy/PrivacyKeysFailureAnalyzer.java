package vn.sen.chassis.privacy;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells an operator what is wrong with the keys, without a stack trace. */
final class PrivacyKeysFailureAnalyzer extends AbstractFailureAnalyzer<PrivacyKeysInvalid> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, PrivacyKeysInvalid cause) {
    return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
  }
}
