package vn.sen.reporting.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.completeness.Deadlines.Deadline;
import vn.sen.reporting.membership.SmallProvince;
import vn.sen.reporting.reading.Territory;

class CompletenessProperties {

  private static final SmallProvince PROVINCE = new SmallProvince();
  private static final YearMonth FIRST = YearMonth.of(2023, 1);
  private static final Deadlines DEADLINES =
      new Deadlines(List.of(new Deadline(YearMonth.of(2000, 1), 5, "a paper")));

  @Provide
  Arbitrary<List<CompletenessRow>> rows() {
    return Combinators.combine(
            Arbitraries.of(DataKind.MEMBERS, DataKind.VOICES, DataKind.CLASSES),
            Arbitraries.of(
                PROVINCE.branchA1, PROVINCE.branchB1, PROVINCE.branchB2, PROVINCE.communeA),
            Arbitraries.integers().between(0, 11),
            Arbitraries.integers().between(0, 200))
        .as(CompletenessProperties::row)
        .list()
        .ofMaxSize(60);
  }

  private static CompletenessRow row(DataKind kind, UUID unit, int month, int daysLater) {
    var of = FIRST.plusMonths(month);
    return new CompletenessRow(kind, unit, null, of, of.atDay(1).plusDays(daysLater));
  }

  @Provide
  Arbitrary<LocalDate> maps() {
    return Arbitraries.of(
        LocalDate.of(2023, 6, 1), LocalDate.of(2024, 12, 1), LocalDate.of(2025, 8, 1));
  }

  @Property(tries = 200)
  void onAnyMapTheRowsAddUpToWhatWasEntered(
      @ForAll("rows") List<CompletenessRow> rows, @ForAll("maps") LocalDate hierarchy) {
    // given
    var figures = new CompletenessFigures();
    rows.forEach(row -> figures.add(row, 1));
    figures.publish(ViewPosition.NONE);
    var until = FIRST.plusMonths(5);
    var province = hierarchy.isBefore(SmallProvince.MERGER) ? "54" : "66";
    var query = new CompletenessQuery(province, FIRST, until, hierarchy, UnitLevel.COMMUNE);
    var territory = new Territory(PROVINCE.facts().map(), hierarchy);
    // when
    var report =
        new CompletenessReporter(figures.snapshot(), territory, query, LocalDate.MAX, DEADLINES)
            .report(List.of());
    // then
    for (var total : report.total()) {
      var expected =
          rows.stream()
              .filter(row -> row.kind() == total.kind() && !row.month().isAfter(until))
              .toList();
      var late =
          expected.stream()
              .filter(row -> row.recorded().isAfter(DEADLINES.of(row.month())))
              .count();
      assertThat(total.entered().entered()).isEqualTo(expected.size());
      assertThat(total.entered().late()).isEqualTo(late);
      assertThat(total.entered().inTime()).isEqualTo(expected.size() - late);
      assertThat(sum(report, total.kind())).isEqualTo(expected.size());
    }
  }

  private static long sum(CompletenessReport report, DataKind kind) {
    return report.rows().stream()
        .flatMap(row -> row.kinds().stream())
        .filter(one -> one.kind() == kind)
        .mapToLong(one -> one.entered().entered())
        .sum();
  }
}
