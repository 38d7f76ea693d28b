package vn.sen.reporting.issuance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.reporting.IssuanceEvent;
import vn.sen.events.reporting.IssuanceEvent.ReportIssued;
import vn.sen.events.reporting.IssuanceEvent.ReportSuperseded;
import vn.sen.events.reporting.IssuanceEvent.ReportWithdrawn;
import vn.sen.reporting.reading.ProvinceTime;
import vn.sen.reporting.reading.Unit;

/**
 * A report that somebody stands behind. Nothing of it ever changes but that it is withdrawn; that
 * another one has taken its place stands in that one.
 *
 * @param report which one, by its name in the API
 * @param parameters all of them: texts, and lists of texts
 * @param unit it is about, as it was called on the hierarchy's date
 * @param days all days of which its figures are told; of reports that were issued before these were
 *     kept, {@code asOf} alone
 * @param cut up to where the log is in its figures, its map among them
 * @param orgMap the version of that map
 * @param issuedBy the subject of the approver's token
 * @param reason why it was issued, for the office; null where nobody said
 * @param files the canonical JSON first, then its signature and what was printed from it
 * @param simulated true where people and figures are made up; null where they are not, or where it
 *     was issued before documents told
 */
public record IssuedReport(
    IssuedNumber number,
    String title,
    String report,
    SortedMap<String, Object> parameters,
    Unit unit,
    LocalDate asOf,
    LocalDate hierarchy,
    SortedSet<LocalDate> days,
    Cut cut,
    String orgMap,
    RuleVersion rules,
    Instant issuedAt,
    String issuedBy,
    @Nullable String reason,
    Signature signature,
    List<KeptFile> files,
    @Nullable IssuedNumber supersedes,
    @Nullable Withdrawal withdrawal,
    @Nullable Boolean simulated) {

  public IssuedReport {
    parameters = new TreeMap<>(parameters);
    days = new TreeSet<>(Objects.requireNonNullElse(days, Set.of(asOf)));
    files = List.copyOf(files);
  }

  /**
   * The two parts of a JWS that the canonical JSON itself is not.
   *
   * @param header the protected header in Base64url
   * @param value the signature in Base64url
   */
  public record Signature(String keyId, String header, String value) {}

  /**
   * A file as it was issued.
   *
   * @param format json, jws, pdf, docx, xlsx
   * @param sha256 in hexadecimal
   */
  public record KeptFile(String format, String mediaType, String sha256, int bytes) {}

  /** Why a report is not valid any more, for the office. */
  public record Withdrawal(String reason, LocalDate on) {}

  /** The report whose place a new one takes. */
  public record Predecessor(UUID id, IssuedReport report) {}

  /**
   * Issues a report.
   *
   * @param predecessor whose place it takes, or null
   * @throws SupersedesAnother if that one is about something else
   */
  public static Decision<IssuedReport> issue(
      IssuedReport report, @Nullable Predecessor predecessor) {
    var on = report.issuedOn();
    var issued =
        new ReportIssued(
            report.number().toString(),
            report.unit().id(),
            report.report(),
            report.asOf(),
            report.hierarchy(),
            report.file("json").sha256(),
            report.signature().keyId(),
            predecessor == null ? null : predecessor.report().number().toString(),
            on);
    if (predecessor == null) {
      return Decision.of(report, issued);
    }
    predecessor.report().requireSameSubject(report);
    var superseded =
        new ReportSuperseded(predecessor.id(), predecessor.report().number().toString(), on);
    return new Decision<>(report, List.<IssuanceEvent>of(issued, superseded));
  }

  private void requireSameSubject(IssuedReport other) {
    requireSameSubject(other.report(), other.unit().id());
  }

  /**
   * Makes sure that a report may take this one's place.
   *
   * @throws SupersedesAnother if it is about another unit, or is another kind of report
   */
  public void requireSameSubject(String otherReport, UUID otherUnit) {
    if (!report.equals(otherReport) || !unit.id().equals(otherUnit)) {
      throw new SupersedesAnother();
    }
  }

  /**
   * Takes the report back without another one in its place.
   *
   * @throws AlreadyWithdrawn if it was taken back before
   */
  public Decision<IssuedReport> withdraw(String why, LocalDate on) {
    if (withdrawal != null) {
      throw new AlreadyWithdrawn();
    }
    var withdrawn =
        new IssuedReport(
            number,
            title,
            report,
            parameters,
            unit,
            asOf,
            hierarchy,
            days,
            cut,
            orgMap,
            rules,
            issuedAt,
            issuedBy,
            reason,
            signature,
            files,
            supersedes,
            new Withdrawal(why, on),
            simulated);
    return Decision.of(withdrawn, new ReportWithdrawn(on));
  }

  /**
   * Whether it still holds.
   *
   * @param successor the number of the report that has taken its place, or null
   */
  public Standing standing(@Nullable IssuedNumber successor) {
    if (withdrawal != null) {
      return Standing.WITHDRAWN;
    }
    return successor == null ? Standing.VALID : Standing.SUPERSEDED;
  }

  /** The day it was issued, in the province. */
  public LocalDate issuedOn() {
    return LocalDate.ofInstant(issuedAt, ProvinceTime.ZONE);
  }

  /**
   * One of its files.
   *
   * @throws FileNotKept if there is none of the format
   */
  public KeptFile file(String format) {
    return files.stream()
        .filter(file -> file.format().equals(format))
        .findFirst()
        .orElseThrow(() -> new FileNotKept(format));
  }
}
