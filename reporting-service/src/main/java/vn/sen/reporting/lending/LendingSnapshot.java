package vn.sen.reporting.lending;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.events.lending.GroupRank;
import vn.sen.reporting.lending.LendingRow.Agreed;
import vn.sen.reporting.lending.LendingRow.Founded;
import vn.sen.reporting.lending.LendingRow.Paid;
import vn.sen.reporting.lending.LendingRow.Register;
import vn.sen.reporting.reading.DatedVersions;
import vn.sen.reporting.reading.Facts;
import vn.sen.reporting.reading.Labelled;
import vn.sen.reporting.reading.Leaf;

/**
 * All figures at one point of the log. Immutable, shared by all readers.
 *
 * @param shelves the loans in their order; not to be changed any more
 * @param leaves by number, like banks, programmes and the ids of households
 * @param merges what was said of a household, by number: which one it is, or one of its own
 * @param ranks what was said of a group, by number: its rank, or that it was closed
 * @param founded the groups, with their numbers
 * @param terms what was agreed with a bank
 * @param ownFees by terms, the fees of programmes that have their own
 * @param paid fees, in đồng
 * @param brought how many loans a statement has brought
 */
record LendingSnapshot(
    LoanFigures[][] shelves,
    List<Leaf> leaves,
    List<UUID> banks,
    List<UUID> programmes,
    List<UUID> households,
    int groups,
    Map<Integer, Facts<Optional<Integer>>> merges,
    Map<Integer, Facts<Optional<GroupRank>>> ranks,
    Map<Registered, String> codes,
    Map<Registered, Facts<String>> names,
    Map<Founded, Integer> founded,
    Map<UUID, Facts<Agreed>> terms,
    Map<TermsKey, Map<UUID, Integer>> ownFees,
    Map<Paid, Long> paid,
    Map<UUID, StatementFacts> statements,
    Map<UUID, Long> brought,
    DatedVersions versions,
    ViewPosition position) {

  /** A bank or a programme. */
  record Registered(Register register, UUID id) {}

  /** Terms with a bank, by the sequence of the event that tells of them. */
  record TermsKey(UUID bank, long sequence) {}

  /** What is agreed with a bank on a day, or empty. */
  Optional<Agreed> termsOn(UUID bank, LocalDate day) {
    return terms.getOrDefault(bank, Facts.none()).standingOn(day);
  }

  /** Whether a group is no more on a day. */
  boolean isClosed(int group, LocalDate day) {
    return ranks
        .getOrDefault(group, Facts.none())
        .standingOn(day)
        .filter(Optional::isEmpty)
        .isPresent();
  }

  void forEachLoan(Consumer<LoanFigures> action) {
    for (var shelf : shelves) {
      for (var loan : shelf) {
        if (loan != null) {
          action.accept(loan);
        }
      }
    }
  }

  /** Which household each one counts as on a day, by number. */
  int[] householdsOn(LocalDate day) {
    return Households.on(day, households.size(), merges);
  }

  /** The groups' ranks on a day, by number; null for a group without one. */
  @Nullable GroupRank[] ranksOn(LocalDate day) {
    var on = new @Nullable GroupRank[groups];
    ranks.forEach(
        (group, said) -> on[group] = said.standingOn(day).flatMap(rank -> rank).orElse(null));
    return on;
  }

  /** A code with the name borne on a day; nulls where they are not known yet. */
  Labelled labelled(Register register, UUID id, LocalDate day) {
    var key = new Registered(register, id);
    var called = names.getOrDefault(key, Facts.none());
    return new Labelled(id, codes.get(key), called.standingOn(day).or(called::first).orElse(null));
  }

  /** The bank or programme of a code, or of an id where something is registered under it. */
  Optional<UUID> find(Register register, String codeOrId) {
    return codes.entrySet().stream()
        .filter(e -> e.getKey().register() == register)
        .filter(e -> e.getValue().equals(codeOrId) || e.getKey().id().toString().equals(codeOrId))
        .map(e -> e.getKey().id())
        .findFirst();
  }
}
