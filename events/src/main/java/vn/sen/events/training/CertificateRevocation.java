package vn.sen.events.training;

/** Why a certificate is not valid any more. */
public enum CertificateRevocation {
  /** The name or another particular on the paper was wrong; another certificate replaces it. */
  MISPRINTED,
  /** The result was corrected: the class was not passed. */
  NOT_PASSED,
  LOST,
  FORGED,
  OTHER
}
