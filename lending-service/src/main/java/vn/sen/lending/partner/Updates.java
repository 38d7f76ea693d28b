package vn.sen.lending.partner;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.command.KeyReused;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.store.BulkChange;
import vn.sen.chassis.store.NotFound;
import vn.sen.lending.group.Groups;
import vn.sen.lending.group.Groups.Named;
import vn.sen.lending.household.Households;
import vn.sen.lending.household.Households.Borrower;
import vn.sen.lending.loan.Loans;

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

  /** Takes one update; one that is refused leaves no household and no group behind. */
  Committed take(Told told, CommandContext by) {
    var opening = told.opening();
    if (opening != null && loans.find(told.loan()).isEmpty()) {
      open(told, loans.beginning(opening), by);
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
      return loans.take(
          told.loan(),
          by,
          taking -> {
            if (told.isNewTo(taking, households::areOne)) {
              open(told, taking, by);
            }
            return taking.decision();
          });
    } catch (NotFound e) {
      throw new PartnerRules.LoanUnknown();
    }
  }

  private void open(Told told, Loans.Taking loan, CommandContext by) {
    var borrower = told.borrower(loan);
    var group = told.group();
    open(
        borrower == null ? List.of() : List.of(borrower),
        group == null ? List.of() : List.of(group),
        by);
  }

  /** Opens what is named for the first time. */
  private void open(List<Borrower> borrowers, List<Named> named, CommandContext by) {
    var today = LocalDate.now(clock);
    if (!borrowers.isEmpty()) {
      households.openAll(borrowers, by, today);
    }
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
    var judgement = judged(chunk);
    judgement.refused().forEach((line, why) -> outcomes.put(line, new Outcome.Refused(why)));
    open(judgement.borrowers(), judgement.groups(), by);
    loans.openAll(judgement.openings(), null, by);
    var good = judgement.good();
    var changes =
        loans.takeAll(
            good.keySet(),
            by,
            (loan, taking) -> {
              for (var line : Objects.requireNonNull(good.get(loan))) {
                outcomes.put(line.number(), outcome(line, taking, judgement));
              }
              return taking.decision();
            });
    changes.forEach(
        (loan, change) -> {
          for (var line : Objects.requireNonNull(good.get(loan))) {
            switch (change) {
              case BulkChange.Done _ -> {}
              case BulkChange.Missing() ->
                  outcomes.put(line.number(), new Outcome.Refused(new PartnerRules.LoanUnknown()));
              case BulkChange.Refused(var refusal) ->
                  outcomes.put(line.number(), new Outcome.Refused(refusal));
            }
          }
        });
  }

  private Judgement judged(Map<UUID, List<Line>> chunk) {
    var known = loans.findAllWithoutNumbers(chunk.keySet());
    var judgement = new Judgement(loans, households::areOne);
    chunk.forEach(
        (id, lines) -> {
          var loan = known.get(id);
          judgement.judge(loan == null ? null : loans.taking(loan.state()), lines);
        });
    return judgement;
  }

  private Outcome outcome(Line line, Loans.Taking taking, Judgement judgement) {
    try {
      boolean isNew = line.told().isNewTo(taking, households::areOne);
      return isNew || judgement.begins(line) ? new Outcome.Taken() : new Outcome.Repeated();
    } catch (RuleViolation refusal) {
      return new Outcome.Refused(refusal);
    }
  }
}
