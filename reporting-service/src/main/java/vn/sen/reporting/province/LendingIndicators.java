package vn.sen.reporting.province;

import static vn.sen.reporting.province.Indicator.whole;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sen.reporting.lending.BankUnknown;
import vn.sen.reporting.lending.Debt;
import vn.sen.reporting.lending.Dimension;
import vn.sen.reporting.lending.LendingReport;
import vn.sen.reporting.lending.LendingReport.DebtCell;
import vn.sen.reporting.lending.LendingReport.DebtOfUnit;
import vn.sen.reporting.lending.ProgrammeUnknown;
import vn.sen.reporting.province.Indicator.Counted;
import vn.sen.reporting.province.Indicator.Source;
import vn.sen.reporting.province.ReportDefinition.Line;
import vn.sen.reporting.province.ReportDefinition.Split;
import vn.sen.reporting.reading.Labelled;
import vn.sen.reporting.reading.Origin;
import vn.sen.reporting.reading.Results;

/** What households owe. */
final class LendingIndicators {

  private static final String BANK = "bank";
  private static final String PROGRAMME = "programme";

  /** Shows the banks' households beside all of them, and explains each. */
  private static final Origin BY_BANK = new Origin("lending", null, Map.of("by", "BANK"));

  private static final Debt NO_DEBT =
      new Debt(0, 0, 0, 0, 0, 0, 0, null, new Debt.Movement(0, 0, 0, 0, 0, 0, 0, 0));

  private LendingIndicators() {}

  static Stream<Indicator> all() {
    return Stream.of(
        of("outstanding", "outstanding", "đồng", 0, debt -> whole(debt.outstanding())),
        of("overdue", "overdue", "đồng", 0, debt -> whole(debt.overdue())),
        of("frozen", "frozen", "đồng", 0, debt -> whole(debt.frozen())),
        of("overdue-ratio", "overduePercent", "%", 2, Debt::overduePercent),
        of("loans", "loans", "khoản vay", 0, debt -> whole(debt.loans())),
        of("households", "households", "hộ", 0, debt -> whole(debt.households())),
        new Indicator(
            "lending.overlap",
            "lượt hộ",
            0,
            Set.of(),
            Set.of(),
            _ -> BY_BANK,
            LendingIndicators::overlap));
  }

  private static Indicator of(
      String name,
      String figure,
      String unit,
      int decimals,
      Function<Debt, @Nullable BigDecimal> value) {
    return new Indicator(
        "lending." + name,
        unit,
        decimals,
        Set.of(BANK, PROGRAMME),
        Set.of(Split.BANK, Split.LOAN_PROGRAMME),
        Source.figure("lending", figure),
        (line, sources, asOf) -> count(line, sources, asOf, value));
  }

  private static List<Counted> count(
      Line line, Sources sources, LocalDate asOf, Function<Debt, @Nullable BigDecimal> value) {
    var bank = line.of().get(BANK);
    var programme = line.of().get(PROGRAMME);
    try {
      if (line.by() == Split.BANK) {
        var by = Set.of(Dimension.BANK, Dimension.UNIT);
        var report = sources.lending(asOf, bank, programme, by);
        return report.byBank().stream()
            .map(of -> part(line, BANK, of.bank(), of.debt(), report, DebtCell::bank, value))
            .toList();
      }
      if (line.by() == Split.LOAN_PROGRAMME) {
        var by = Set.of(Dimension.PROGRAMME, Dimension.UNIT);
        var report = sources.lending(asOf, bank, programme, by);
        return report.byProgramme().stream()
            .map(
                of ->
                    part(
                        line,
                        PROGRAMME,
                        of.programme(),
                        of.debt(),
                        report,
                        DebtCell::programme,
                        value))
            .toList();
      }
      return Counted.of(line, undivided(sources.lending(asOf, bank, programme, Set.of()), value));
    } catch (BankUnknown | ProgrammeUnknown _) {
      return line.by() == null ? Counted.of(line, Results.NONE) : List.of();
    }
  }

  private static Results undivided(
      LendingReport report, Function<Debt, @Nullable BigDecimal> value) {
    return Results.of(report.total(), report.rows(), DebtOfUnit::unit, DebtOfUnit::debt, value);
  }

  private static Counted part(
      Line line,
      String dimension,
      Labelled of,
      Debt total,
      LendingReport report,
      Function<DebtCell, @Nullable Labelled> label,
      Function<Debt, @Nullable BigDecimal> value) {
    var results = cells(report, value.apply(total), cell -> of.equals(label.apply(cell)), value);
    return Counted.part(line, dimension, of.order(), of.name(), results);
  }

  /** A unit without a cell owes nothing here. */
  private static Results cells(
      LendingReport report,
      @Nullable BigDecimal total,
      Predicate<DebtCell> meant,
      Function<Debt, @Nullable BigDecimal> value) {
    var rows = new HashMap<UUID, BigDecimal>();
    BigDecimal remainder = null;
    for (var cell : report.cells()) {
      if (meant.test(cell)) {
        var number = value.apply(cell.debt());
        if (cell.unit() == null) {
          remainder = number;
        } else if (number != null) {
          rows.put(cell.unit().id(), number);
        }
      }
    }
    for (var row : report.rows()) {
      var nothing = value.apply(NO_DEBT);
      if (row.unit() != null && nothing != null) {
        rows.putIfAbsent(row.unit().id(), nothing);
      }
    }
    return new Results(total, rows, remainder);
  }

  /**
   * How often households are counted at banks beyond the first time: the banks' households added
   * up, less the distinct ones.
   */
  private static List<Counted> overlap(Line line, Sources sources, LocalDate asOf) {
    var report = sources.lending(asOf, null, null, Set.of(Dimension.BANK, Dimension.UNIT));
    long atBanks = report.byBank().stream().mapToLong(of -> of.debt().households()).sum();
    var rows = new HashMap<UUID, BigDecimal>();
    BigDecimal remainder = null;
    for (var row : report.rows()) {
      var beyond = whole(atBanks(report, row) - row.debt().households());
      if (row.unit() == null) {
        remainder = beyond;
      } else {
        rows.put(row.unit().id(), beyond);
      }
    }
    var total = whole(atBanks - report.total().households());
    return Counted.of(line, new Results(total, rows, remainder));
  }

  private static long atBanks(LendingReport report, DebtOfUnit row) {
    return report.cells().stream()
        .filter(cell -> Objects.equals(cell.unit(), row.unit()))
        .mapToLong(cell -> cell.debt().households())
        .sum();
  }
}
