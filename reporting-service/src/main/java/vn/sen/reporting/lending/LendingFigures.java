package vn.sen.reporting.lending;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.chassis.view.ViewReader;
import vn.sen.events.lending.GroupRank;
import vn.sen.events.lending.LoanPlace;
import vn.sen.reporting.lending.LendingRow.Agreed;
import vn.sen.reporting.lending.LendingRow.AgreedFee;
import vn.sen.reporting.lending.LendingRow.Brought;
import vn.sen.reporting.lending.LendingRow.Coded;
import vn.sen.reporting.lending.LendingRow.Founded;
import vn.sen.reporting.lending.LendingRow.Merged;
import vn.sen.reporting.lending.LendingRow.Named;
import vn.sen.reporting.lending.LendingRow.Paid;
import vn.sen.reporting.lending.LendingRow.Ranked;
import vn.sen.reporting.lending.LendingRow.Received;
import vn.sen.reporting.lending.LendingRow.Reconciled;
import vn.sen.reporting.lending.LendingRow.Step;
import vn.sen.reporting.lending.LendingRow.Told;
import vn.sen.reporting.lending.LendingRow.Withdrawn;
import vn.sen.reporting.lending.LendingSnapshot.Registered;
import vn.sen.reporting.lending.LendingSnapshot.TermsKey;
import vn.sen.reporting.lending.LoanPart.PlaceNumbers;
import vn.sen.reporting.reading.DatedVersions;
import vn.sen.reporting.reading.Facts;
import vn.sen.reporting.reading.Facts.Fact;
import vn.sen.reporting.reading.Kept;
import vn.sen.reporting.reading.Leaf;
import vn.sen.reporting.reading.Numbering;

/**
 * Keeps the figures that reports are answered from. The view's thread adds; readers take snapshots,
 * in which only what has changed is made anew.
 */
public final class LendingFigures implements ViewReader<LendingRow> {

  /** Loans of one shelf: the least that is copied when one of them changes. */
  private static final int SHELF = 256;

  private final Numbering<UUID> loans = new Numbering<>();
  private final Numbering<Leaf> leaves = new Numbering<>();
  private final Numbering<UUID> banks = new Numbering<>();
  private final Numbering<UUID> programmes = new Numbering<>();
  private final Numbering<UUID> groups = new Numbering<>();
  private final Numbering<UUID> households = new Numbering<>();

  private LoanFigures[][] shelves = new LoanFigures[0][];
  private final Set<Integer> ownShelves = new HashSet<>();

  private final Kept<Integer, Facts<Optional<Integer>>> merges = new Kept<>(Facts.none());
  private final Kept<Integer, Facts<Optional<GroupRank>>> ranks = new Kept<>(Facts.none());
  private final Kept<Registered, String> codes = new Kept<>("");
  private final Kept<Registered, Facts<String>> names = new Kept<>(Facts.none());
  private final Kept<Founded, Integer> founded = new Kept<>(-1);
  private final Kept<UUID, Facts<Agreed>> terms = new Kept<>(Facts.none());
  private final Kept<TermsKey, Map<UUID, Integer>> ownFees = new Kept<>(Map.of());
  private final Kept<Paid, Long> paid = new Kept<>(0L);
  private final Kept<UUID, StatementFacts> statements = new Kept<>(StatementFacts.NOTHING);
  private final Kept<UUID, Long> brought = new Kept<>(0L);

  private DatedVersions versions = DatedVersions.NONE;
  private @Nullable LocalDate changedFrom;
  private volatile LendingSnapshot snapshot;

  public LendingFigures() {
    snapshot = show(ViewPosition.NONE);
  }

  @Override
  public void add(LendingRow row, long delta) {
    switch (row) {
      case Step step -> add(step, delta);
      case Brought(var statement) -> brought.change(statement, count -> count + delta);
      case Merged(var household, var sequence, var from, var into) -> {
        var other = Optional.ofNullable(into).map(households::of);
        merges.change(
            households.of(household), said -> said.plus(new Fact<>(from, sequence, other)));
        changed(from);
      }
      case Ranked(var group, var sequence, var from, var rank) -> {
        var said = new Fact<>(from, sequence, Optional.ofNullable(rank));
        ranks.change(groups.of(group), before -> before.plus(said));
        changed(from);
      }
      case Coded(var register, var id, var code) -> {
        codes.change(new Registered(register, id), _ -> code);
        changed(LocalDate.MIN);
      }
      case Named(var register, var id, var sequence, var from, var name) -> {
        names.change(
            new Registered(register, id), said -> said.plus(new Fact<>(from, sequence, name)));
        changed(LocalDate.MIN); // its first name also serves the days before
      }
      case Founded group -> {
        founded.change(group, _ -> groups.of(group.group()));
        changed(group.on());
      }
      case Agreed agreed -> {
        var said = new Fact<>(agreed.from(), agreed.sequence(), agreed);
        terms.change(agreed.bank(), before -> before.plus(said));
        changed(agreed.from());
      }
      case AgreedFee(var bank, var sequence, var programme, var fee) -> {
        ownFees.change(
            new TermsKey(bank, sequence),
            before -> {
              var all = new HashMap<>(before);
              all.put(programme, fee);
              return Map.copyOf(all);
            });
        changed(LocalDate.MIN); // from when on, its terms say
      }
      case Paid payment -> {
        paid.change(payment, sum -> sum + delta);
        changed(payment.date());
      }
      case Received received ->
          statements.change(received.statement(), facts -> facts.receivedAs(received));
      case Reconciled(var statement, var sequence) ->
          statements.change(statement, facts -> facts.reconciledAt(sequence));
      case Told told -> statements.change(told.statement(), facts -> facts.told(told, delta));
      case Withdrawn(var statement) -> statements.change(statement, StatementFacts::withdrawnNow);
    }
  }

  private void add(Step step, long delta) {
    int number = loans.of(step.loan());
    int at = number % SHELF;
    var shelf = ownShelf(number / SHELF);
    var loan = shelf[at] == null ? LoanFigures.nothing(step.loan()) : shelf[at];
    shelf[at] = loan.plus(step, delta, () -> numbers(step.place()));
    changed(step.date());
  }

  private PlaceNumbers numbers(LoanPlace place) {
    return new PlaceNumbers(
        leaves.of(new Leaf(place.unitId(), place.via())),
        banks.of(place.bankId()),
        programmes.of(place.programmeId()),
        place.groupId() == null ? -1 : groups.of(place.groupId()),
        households.of(place.householdId()));
  }

  /** A shelf that no snapshot shares. */
  private LoanFigures[] ownShelf(int number) {
    if (number == shelves.length) {
      shelves = Arrays.copyOf(shelves, number + 1);
      shelves[number] = new LoanFigures[SHELF];
      ownShelves.add(number);
    } else if (ownShelves.add(number)) {
      shelves[number] = shelves[number].clone();
    }
    return shelves[number];
  }

  private void changed(LocalDate from) {
    var before = changedFrom;
    changedFrom = before == null || from.isBefore(before) ? from : before;
  }

  @Override
  public void publish(ViewPosition position) {
    snapshot = show(position);
  }

  private LendingSnapshot show(ViewPosition position) {
    if (changedFrom != null) {
      versions = versions.changed(changedFrom);
      changedFrom = null;
    }
    ownShelves.clear();
    return new LendingSnapshot(
        shelves.clone(),
        leaves.inOrder(),
        banks.inOrder(),
        programmes.inOrder(),
        households.inOrder(),
        groups.size(),
        merges.show(),
        ranks.show(),
        codes.show(),
        names.show(),
        founded.show(),
        terms.show(),
        ownFees.show(),
        paid.show(),
        statements.show(),
        brought.show(),
        versions,
        position);
  }

  /** The figures now. */
  LendingSnapshot snapshot() {
    return snapshot;
  }

  /** How many loans of a statement readers see. */
  public long brought(UUID statement) {
    return snapshot.brought().getOrDefault(statement, 0L);
  }
}
