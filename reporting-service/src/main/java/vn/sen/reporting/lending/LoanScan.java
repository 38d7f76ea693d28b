package vn.sen.reporting.lending;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.GroupRank;
import vn.sen.reporting.lending.LendingQuery.Selection;
import vn.sen.reporting.lending.LendingRow.Register;
import vn.sen.reporting.reading.Area;
import vn.sen.reporting.reading.Territory;
import vn.sen.reporting.reading.Territory.Place;

/**
 * Goes through the loans that a query selects, wherever they are. Households, ranks and places are
 * those of the query's dates.
 */
final class LoanScan {

  private static final int NONE = -1;

  private final LendingSnapshot snapshot;
  private final Place[] places;
  private final boolean[] meant;
  private final int[] households;
  private final @Nullable GroupRank[] ranks;
  private final @Nullable Integer bank;
  private final @Nullable Integer programme;
  private final @Nullable GroupRank rank;

  /** One place of a loan; {@code household} is the number of the one that counts. */
  record Found(
      LoanFigures loan, LoanPart part, Place place, int household, @Nullable GroupRank rank) {}

  /**
   * @throws vn.sen.chassis.domain.RuleViolation if the bank or the programme is unknown
   */
  LoanScan(LendingSnapshot snapshot, Territory territory, LendingQuery query) {
    this.snapshot = snapshot;
    this.places = snapshot.leaves().stream().map(territory::place).toArray(Place[]::new);
    var area = new Area(territory, query.selection().trait());
    this.meant = new boolean[places.length];
    for (int leaf = 0; leaf < places.length; leaf++) {
      meant[leaf] = area.holds(places[leaf]);
    }
    this.households = snapshot.householdsOn(query.asOf());
    this.ranks = snapshot.ranksOn(query.asOf());
    this.bank = bank(query.selection());
    this.programme = programme(query.selection());
    this.rank = query.selection().groupRank();
  }

  private @Nullable Integer bank(Selection selection) {
    if (selection.bank() == null) {
      return null;
    }
    var id = snapshot.find(Register.BANK, selection.bank()).orElseThrow(BankUnknown::new);
    return snapshot.banks().indexOf(id);
  }

  private @Nullable Integer programme(Selection selection) {
    if (selection.programme() == null) {
      return null;
    }
    var id =
        snapshot.find(Register.PROGRAMME, selection.programme()).orElseThrow(ProgrammeUnknown::new);
    return snapshot.programmes().indexOf(id);
  }

  void forEach(Consumer<Found> action) {
    snapshot.forEachLoan(
        loan -> {
          for (int i = 0; i < loan.places(); i++) {
            var found = found(loan, loan.part(i));
            if (found != null) {
              action.accept(found);
            }
          }
        });
  }

  private @Nullable Found found(LoanFigures loan, LoanPart part) {
    var numbers = part.numbers();
    var groupRank = numbers.group() == NONE ? null : ranks[numbers.group()];
    boolean selected =
        meant[numbers.leaf()]
            && (bank == null || bank == numbers.bank())
            && (programme == null || programme == numbers.programme())
            && (rank == null || rank == groupRank);
    return selected
        ? new Found(loan, part, places[numbers.leaf()], households[numbers.household()], groupRank)
        : null;
  }
}
