package vn.sen.reporting.lending;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.LoanMeasure;
import vn.sen.reporting.lending.LendingRow.Register;
import vn.sen.reporting.lending.LoanLine.After;
import vn.sen.reporting.lending.LoanScan.Found;
import vn.sen.reporting.reading.Territory;
import vn.sen.reporting.reading.Unit;
import vn.sen.reporting.reading.UnitChoice;

/** Lists loans that are overdue, or frozen, the longest first. */
final class LoanLister {

  private record Hit(After place, Found found) {}

  private final LendingSnapshot snapshot;
  private final Territory territory;
  private final LendingQuery query;
  private final LoanMeasure balance;

  /**
   * @param balance what the loans listed must have
   */
  LoanLister(
      LendingSnapshot snapshot, Territory territory, LendingQuery query, LoanMeasure balance) {
    this.snapshot = snapshot;
    this.territory = territory;
    this.query = query;
    this.balance = balance;
  }

  /**
   * A page.
   *
   * @param after null for the first one
   * @param limit how many at most
   */
  List<LoanLine> list(@Nullable After after, int limit) {
    UUID unit = UnitChoice.unit(query.unit(), territory).id();
    List<Hit> hits = new ArrayList<>();
    new LoanScan(snapshot, territory, query)
        .forEach(
            found -> {
              if (found.part().balance(balance, query.asOf()) > 0 && found.place().isWithin(unit)) {
                hits.add(new Hit(new After(since(found), found.loan().loan()), found));
              }
            });
    return hits.stream()
        .filter(hit -> after == null || After.ORDER.compare(hit.place(), after) > 0)
        .sorted(Comparator.comparing(Hit::place, After.ORDER))
        .limit(limit)
        .map(hit -> line(hit.place().since(), hit.found()))
        .toList();
  }

  private LocalDate since(Found found) {
    var oldest = new long[] {query.asOf().toEpochDay()};
    found
        .loan()
        .layers(balance, query.asOf())
        .tell((_, since) -> oldest[0] = Math.min(oldest[0], since));
    return LocalDate.ofEpochDay(oldest[0]);
  }

  private LoanLine line(LocalDate since, Found found) {
    var part = found.part();
    var place = part.place();
    var day = query.asOf();
    return new LoanLine(
        found.loan().loan(),
        Unit.of(found.place().above().getFirst(), territory.day()),
        snapshot.labelled(Register.BANK, place.bankId(), day),
        snapshot.labelled(Register.PROGRAMME, place.programmeId(), day),
        place.groupId(),
        found.rank(),
        since,
        place.dueOn(),
        part.outstanding(day),
        part.balance(LoanMeasure.IN_TERM, day),
        part.balance(LoanMeasure.OVERDUE, day),
        part.balance(LoanMeasure.FROZEN, day),
        part.balance(LoanMeasure.INTEREST_ARREARS, day));
  }
}
