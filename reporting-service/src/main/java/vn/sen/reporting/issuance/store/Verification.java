package vn.sen.reporting.issuance.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sen.reporting.issuance.Differences.Difference;
import vn.sen.reporting.issuance.IssuedNumber;
import vn.sen.reporting.issuance.RuleVersion;
import vn.sen.reporting.issuance.sign.ReportSigner;

/**
 * What making a report again came to.
 *
 * @param signature of the document as it is kept
 * @param kept whether the document as it is kept still has the hash it was issued with
 * @param refusedBy the rule that refuses to make it again, else null
 * @param issuedUnder the rules when it was issued
 * @param madeUnder the rules of now
 * @param differences the first ones, by their place in the document
 */
public record Verification(
    IssuedNumber number,
    ReportSigner.Check signature,
    boolean kept,
    Outcome outcome,
    @Nullable String refusedBy,
    RuleVersion issuedUnder,
    RuleVersion madeUnder,
    List<Difference> differences) {

  /** How the document made again compares with the issued one. */
  public enum Outcome {
    /** Byte for byte the same. */
    SAME_BYTES,
    /** Everything issued is the same; the present version of the report tells more. */
    SAME_FIGURES,
    /** Something is not the same. */
    DIFFERENT,
    /** The present rules refuse to make it. */
    REFUSED,
    /** The log does not hold any more what it was made from. */
    LOG_GONE
  }
}
