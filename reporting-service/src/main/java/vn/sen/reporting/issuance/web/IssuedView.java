package vn.sen.reporting.issuance.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.store.Stored;
import vn.sen.reporting.issuance.IssuedNumber;
import vn.sen.reporting.issuance.IssuedReport;
import vn.sen.reporting.issuance.IssuedReport.KeptFile;
import vn.sen.reporting.issuance.IssuedReport.Withdrawal;
import vn.sen.reporting.issuance.RuleVersion;
import vn.sen.reporting.issuance.Standing;
import vn.sen.reporting.reading.Unit;
import vn.sen.reporting.reading.web.Position;

/**
 * An issued report as the office sees it.
 *
 * @param parameters all of them: texts, and lists of texts
 * @param position of the log and the map that it was made from
 * @param issuedBy the subject of the approver's token
 * @param supersededBy the number of the report that has taken its place, or null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record IssuedView(
    UUID id,
    long version,
    IssuedNumber number,
    Standing standing,
    String title,
    String report,
    SortedMap<String, Object> parameters,
    Unit unit,
    LocalDate asOf,
    LocalDate hierarchy,
    Position position,
    RuleVersion rules,
    Instant issuedAt,
    String issuedBy,
    @Nullable String reason,
    String keyId,
    List<KeptFile> files,
    @Nullable IssuedNumber supersedes,
    @Nullable IssuedNumber supersededBy,
    @Nullable Withdrawal withdrawal) {

  static IssuedView of(Stored<IssuedReport> stored, @Nullable IssuedNumber successor) {
    var report = stored.state();
    return new IssuedView(
        stored.id(),
        stored.version(),
        report.number(),
        report.standing(successor),
        report.title(),
        report.report(),
        report.parameters(),
        report.unit(),
        report.asOf(),
        report.hierarchy(),
        Position.of(report.cut().position(), report.orgMap()),
        report.rules(),
        report.issuedAt(),
        report.issuedBy(),
        report.reason(),
        report.signature().keyId(),
        report.files(),
        report.supersedes(),
        successor,
        report.withdrawal());
  }
}
