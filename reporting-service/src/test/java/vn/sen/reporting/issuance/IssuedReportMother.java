package vn.sen.reporting.issuance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.issuance.IssuedReport.KeptFile;
import vn.sen.reporting.issuance.IssuedReport.Signature;
import vn.sen.reporting.reading.Unit;

/** Issued reports for tests. */
final class IssuedReportMother {

  static final Unit PROVINCE =
      new Unit(UUID.randomUUID(), "54", "Tỉnh Phú Yên", UnitLevel.PROVINCE, UnitKind.PROVINCE);

  private IssuedReportMother() {}

  static IssuedReport membership(int serial, @Nullable IssuedNumber supersedes) {
    return report("membership", PROVINCE, serial, supersedes);
  }

  static IssuedReport report(
      String name, Unit unit, int serial, @Nullable IssuedNumber supersedes) {
    return new IssuedReport(
        new IssuedNumber(unit.code(), 2024, serial),
        "Báo cáo hội viên năm 2023",
        name,
        new TreeMap<>(Map.of("unit", unit.code(), "asOf", "2023-12-31")),
        unit,
        LocalDate.of(2023, 12, 31),
        LocalDate.of(2023, 12, 31),
        new TreeSet<>(Set.of(LocalDate.of(2023, 10, 30), LocalDate.of(2023, 12, 31))),
        new Cut(List.of()),
        "map",
        new RuleVersion("1.0", List.of("membership")),
        Instant.parse("2024-01-04T18:00:00Z"),
        "approver",
        null,
        new Signature("key", "header", "value"),
        List.of(new KeptFile("json", "application/json", "5e11", 2)),
        supersedes,
        null,
        null);
  }
}
