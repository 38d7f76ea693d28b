package vn.sen.lending.partner;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.command.KeyReused;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.store.BulkChange;
import vn.sen.chassis.store.NotFound;
import vn.sen.lending.group.Groups;
import vn.sen.lending.household.Households;
import vn.sen.lending.loan.Loans;
import vn.sen.lending.loan.Loans.NewLoan;

/** Takes updates: opens what they name for the first time, then posts them to their loans. */
@Component
class Updates {

  private static final int CHUNK = 500;

  private final Loans loans;
  private final Households households;
  private final Groups groups;
  private final Clock clock;

  Updates(Loans loans, Households households, Groups groups, Clock clock) {
    this.loans = loans;
    this.households = households;
    this.groups = groups;
    this.clock = clock;
  }

  /** What became of an update of many. */
  sealed interface Outcome {

    /** It counts. */
    record Taken() implements Outcome {}

    /** It counted already. */
    record Repeated() implements Outcome {}

    record Refused(RuleViolation refusal) implements Outcome {}
  }

  /** An update and its place in a batch. */
  record Line(int number, Told told) {}

  /** Takes one update. */
  Committed take(Told told, CommandContext by) {
    open(List.of(told), by);
    var opening = told.opening();
    if (opening != null && loans.find(told.loan()).isEmpty()) {
      try {
        return loans.open(opening, by);
      } catch (KeyReused e) {
        // a request under another key has begun the loan meanwhile: this one is an update of it
        return post(told, by);
      }
    }
    return post(told, by);
  }

  private Committed post(Told told, CommandContext by) {
    try {
      return loans.take(told.loan(), told.update(), by);
    } catch (NotFound e) {
      throw new PartnerRules.LoanUnknown();
    }
  }

  private void open(List<Told> told, CommandContext by) {
    var today = LocalDate.now(clock);
    var borrowers = told.stream().map(Told::borrower).filter(Objects::nonNull).toList();
    if (!borrowers.isEmpty()) {
      households.openAll(borrowers, by, today);
    }
    var named = told.stream().map(Told::group).filter(Objects::nonNull).toList();
    if (!named.isEmpty()) {
      groups.openAll(named, by, today);
    }
  }

  /**
   * Takes many updates, those of one loan in their order. Safe to repeat.
   *
   * @return the outcome of each line
   */
  Map<Integer, Outcome> takeAll(List<Line> lines, CommandContext by) {
    var outcomes = new HashMap<Integer, Outcome>();
    var byLoan = new LinkedHashMap<UUID, List<Line>>();
    lines.forEach(l -> byLoan.computeIfAbsent(l.told().loan(), _ -> new ArrayList<>()).add(l));
    var ids = List.copyOf(byLoan.keySet());
    for (int from = 0; from < ids.size(); from += CHUNK) {
      var chunk = new LinkedHashMap<UUID, List<Line>>();
      for (var id : ids.subList(from, Math.min(from + CHUNK, ids.size()))) {
        chunk.put(id, Objects.requireNonNull(byLoan.get(id)));
      }
      takeChunk(chunk, by, outcomes);
    }
    return outcomes;
  }

  private void takeChunk(
      Map<UUID, List<Line>> chunk, CommandContext by, Map<Integer, Outcome> outcomes) {
    open(chunk.values().stream().flatMap(List::stream).map(Line::told).toList(), by);
    var begun = begin(chunk, by, outcomes);
    var changes =
        loans.takeAll(
            chunk.keySet(),
            by,
            (loan, taking) -> {
              for (var line : Objects.requireNonNull(chunk.get(loan))) {
                outcomes.put(line.number(), outcome(line, taking, begun));
              }
              return taking.decision();
            });
    changes.forEach(
        (loan, change) -> {
          for (var line : Objects.requireNonNull(chunk.get(loan))) {
            switch (change) {
              case BulkChange.Done _ -> {}
              case BulkChange.Missing() ->
                  outcomes.putIfAbsent(
                      line.number(), new Outcome.Refused(new PartnerRules.LoanUnknown()));
              case BulkChange.Refused(var refusal) ->
                  outcomes.put(line.number(), new Outcome.Refused(refusal));
            }
          }
        });
  }

  private static Outcome outcome(Line line, Loans.Taking taking, Set<Integer> begun) {
    try {
      boolean isNew = taking.take(line.told().update());
      return isNew || begun.contains(line.number()) ? new Outcome.Taken() : new Outcome.Repeated();
    } catch (RuleViolation refusal) {
      return new Outcome.Refused(refusal);
    }
  }

  /**
   * Begins the loans that are not known yet.
   *
   * @return the lines that began one
   */
  private Set<Integer> begin(
      Map<UUID, List<Line>> chunk, CommandContext by, Map<Integer, Outcome> outcomes) {
    var known = loans.findAll(chunk.keySet()).keySet();
    var begun = new LinkedHashSet<Integer>();
    var fresh = new ArrayList<NewLoan>();
    chunk.forEach(
        (loan, lines) -> {
          var opening = lines.getFirst().told().opening();
          if (opening == null || known.contains(loan)) {
            return;
          }
          try {
            loans.requireOpenable(opening);
            fresh.add(opening);
            begun.add(lines.getFirst().number());
          } catch (RuleViolation refusal) {
            outcomes.put(lines.getFirst().number(), new Outcome.Refused(refusal));
          }
        });
    loans.openAll(fresh, null, by);
    return begun;
  }
}
