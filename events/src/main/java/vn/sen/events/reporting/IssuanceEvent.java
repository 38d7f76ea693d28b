package vn.sen.events.reporting;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/**
 * What becomes of one issued report. Its title and the reasons people gave are texts of their own
 * and stay in the reporting service.
 */
public sealed interface IssuanceEvent extends DomainEvent {

  /**
   * A report was issued: numbered, signed and kept.
   *
   * @param number in full: {@code 54/2026/BC-HPN/0001}
   * @param unitId the unit it is about
   * @param report which one, by its name in the API
   * @param asOf the business date of its figures
   * @param hierarchy the day whose map sums them
   * @param sha256 of the canonical JSON, in hexadecimal
   * @param keyId the key that signed it
   * @param supersedes the number of the report whose place it takes, or null
   * @param on the day it was issued, in the province
   */
  @EventName("reporting.issuance.issued.v1")
  record ReportIssued(
      String number,
      UUID unitId,
      String report,
      LocalDate asOf,
      LocalDate hierarchy,
      String sha256,
      String keyId,
      @Nullable String supersedes,
      LocalDate on)
      implements IssuanceEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * The report that tells this took the place of an earlier one, which stays as it is.
   *
   * @param reportId the earlier one
   * @param number of the earlier one
   */
  @EventName("reporting.issuance.superseded.v1")
  record ReportSuperseded(UUID reportId, String number, LocalDate on) implements IssuanceEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** The report is not valid any more, and no other takes its place. */
  @EventName("reporting.issuance.withdrawn.v1")
  record ReportWithdrawn(LocalDate on) implements IssuanceEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }
}
