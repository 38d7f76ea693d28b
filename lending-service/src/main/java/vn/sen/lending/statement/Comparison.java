package vn.sen.lending.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.events.lending.DifferenceCause;
import vn.sen.lending.loan.Balances;
import vn.sen.lending.statement.BankFeed.News;
import vn.sen.lending.statement.StatementChunks.Named;
import vn.sen.lending.statement.StatementChunks.Refused;
import vn.sen.lending.statement.StatementFile.Task;
import vn.sen.lending.statement.StatementLoans.Opening;

/**
 * Compares a statement with the platform's loans: its lines part by part, then the bank's loans
 * that no line names. Done again after a crash, a part comes to the same.
 */
@Component
class Comparison {

  private static final int AT_ONCE = 2;

  /** What became of a loan that a line names. */
  private static final int COMPARED = 1;

  private static final int REFUSED = 2;

  private final StatementFiles files;
  private final StatementChunks chunks;
  private final StatementFindings findings;
  private final StatementLoans loans;
  private final BankFeed feed;

  Comparison(
      StatementFiles files,
      StatementChunks chunks,
      StatementFindings findings,
      StatementLoans loans,
      BankFeed feed) {
    this.files = files;
    this.chunks = chunks;
    this.findings = findings;
    this.loans = loans;
    this.feed = feed;
  }

  /**
   * Goes on where the last run stopped.
   *
   * @return what it came to; null where somebody else has taken over
   */
  @Nullable Reconciliation run(StatementFile file, String owner) {
    var attempt = Objects.requireNonNull(file.attempt(), "its lines are here");
    return compareAll(file, attempt, owner)
        ? finish(files.find(file.id()).orElseThrow(), attempt, owner)
        : null;
  }

  /** The next part is read while the last one is being written. */
  private boolean compareAll(StatementFile file, UUID attempt, String owner) {
    int next = file.doneChunks();
    try (var parts = new WorkAhead<Counts>()) {
      for (int part = file.doneChunks(); part < file.chunks(); part++) {
        while (next < file.chunks() && parts.size() < AT_ONCE) {
          int number = next++;
          parts.begin(() -> compare(file, attempt, number));
        }
        if (!files.compared(file, part, parts.next(), owner)) {
          return false;
        }
      }
    }
    return true;
  }

  private Counts compare(StatementFile file, UUID attempt, int part) {
    var chunk = chunks.get(attempt, part);
    var work = new Part(file, attempt, part);
    chunk.refused().forEach(work::refuse);
    var lines = new ArrayList<Resolved>();
    for (var line : chunk.lines()) {
      var resolved = work.resolve(line);
      if (resolved != null) {
        lines.add(resolved);
      }
    }
    work.compare(lines);
    work.write();
    return work.counts;
  }

  /**
   * A line of which the programme is known.
   *
   * @param unit null where no commune bears the code on the statement's day
   */
  private record Resolved(StatementLine line, UUID loan, UUID programme, @Nullable UUID unit) {

    /** With it the loan begins. */
    Opening opening() {
      return new Opening(line, loan, programme, Objects.requireNonNull(unit, "it was resolved"));
    }
  }

  /** One part on its way. */
  private final class Part {
    private final StatementFile file;
    private final UUID attempt;
    private final int number;
    private final List<Refused> refused = new ArrayList<>();
    private final List<Difference> differences = new ArrayList<>();
    private final Set<UUID> owing = new LinkedHashSet<>();
    private Counts counts = Counts.NONE;

    Part(StatementFile file, UUID attempt, int number) {
      this.file = file;
      this.attempt = attempt;
      this.number = number;
    }

    void refuse(Refused line) {
      refused.add(line);
      counts = counts.refusal();
    }

    /** Which programme and commune a line means; null where it is refused. */
    @Nullable Resolved resolve(Named named) {
      var line = named.line();
      var programme = loans.programme(line.programme()).orElse(null);
      if (programme == null) {
        var refusal = new LineRefusal(line.number(), Field.PROGRAMME.label(), "programme-unknown");
        refuse(new Refused(refusal, named.loan()));
        return null;
      }
      var unit = loans.commune(line.unit(), asOf()).orElse(null);
      return new Resolved(line, named.loan(), programme, unit);
    }

    private LocalDate asOf() {
      return file.announcement().asOf();
    }

    void compare(List<Resolved> lines) {
      var known = loans.known(lines.stream().map(Resolved::loan).toList(), asOf());
      var fresh = file.announcement().isOpening() ? open(lines, known.keySet()) : Map.of();
      for (var resolved : lines) {
        var line = resolved.line();
        var loan = known.get(resolved.loan());
        if (loan == null && resolved.unit() == null) {
          refuse(new Refused(communeUnknown(line), resolved.loan()));
        } else if (!fresh.containsKey(resolved.loan())) {
          compare(resolved, loan);
        } else if (fresh.get(resolved.loan()) instanceof Refusal(var why)) {
          refuse(new Refused(refusal(line, why), resolved.loan()));
        } else {
          counts = counts.opened(line.owed().outstanding());
          owes(loans.household(line.borrower()), line.owed());
        }
      }
    }

    /** A loan that is known lies where it lies, whatever code the bank has for that. */
    private LineRefusal communeUnknown(StatementLine line) {
      return new LineRefusal(
          line.number(), Field.UNIT.label(), "commune-unknown", List.of(asOf().toString()));
    }

    /** Opens what is not known; what came of it by loan. */
    private Map<UUID, ?> open(List<Resolved> lines, Set<UUID> known) {
      var openable = lines.stream().filter(line -> line.unit() != null).toList();
      var unknown =
          openable.stream().map(Resolved::loan).filter(loan -> !known.contains(loan)).toList();
      var fresh = chunks.fresh(attempt, number, unknown);
      var openings =
          openable.stream()
              .filter(line -> fresh.contains(line.loan()))
              .map(Resolved::opening)
              .toList();
      var refusals = loans.open(file, number, openings);
      var outcomes = new HashMap<UUID, Object>();
      fresh.forEach(
          loan -> {
            var why = refusals.get(loan);
            outcomes.put(loan, why == null ? "" : new Refusal(why));
          });
      return outcomes;
    }

    private void compare(Resolved resolved, @Nullable KnownLoan known) {
      var line = resolved.line();
      long stated = line.owed().outstanding();
      long here = known == null ? 0 : known.balances().outstanding();
      switch (Outcome.of(line, isBorrower(line, known), sameTerms(resolved, known), known)) {
        case Outcome.Equal() -> counts = counts.equal(stated);
        case Outcome.Different(var cause, var since, var amount) -> {
          counts = counts.different(cause, stated, here);
          differences.add(
              new Difference(
                  line.number(),
                  resolved.loan(),
                  line.loan(),
                  cause,
                  amount,
                  since,
                  line.owed(),
                  known == null ? null : known.balances(),
                  null));
        }
      }
      if (known != null) {
        owes(known.householdId(), known.balances());
      }
    }

    private boolean isBorrower(StatementLine line, @Nullable KnownLoan known) {
      var household = loans.household(line.borrower());
      return known == null
          || known.householdId().equals(household)
          || loans.isOne(known.householdId(), household);
    }

    /** What a line does not state, or nobody can compare, is the same. */
    private boolean sameTerms(Resolved stated, @Nullable KnownLoan known) {
      if (known == null) {
        return true;
      }
      var terms = known.terms();
      var line = stated.line();
      return line.dueOn().equals(terms.dueOn())
          && (line.group() == null
              || loans.group(file.bankId(), line.group()).equals(terms.groupId()))
          && (stated.unit() == null || loans.mayLieIn(stated.unit(), terms, asOf()));
    }

    private void owes(UUID household, Balances balances) {
      if (balances.outstanding() > 0) {
        owing.add(household);
      }
    }

    void write() {
      findings.put(file, differences);
      findings.refuse(file.id(), refused);
      chunks.owing(attempt, number, owing);
      feed.tell(
          file.bankId(),
          refused.stream()
              .map(
                  line ->
                      new News(
                          BankFeed.Kind.LINE_REFUSED,
                          file.id(),
                          line.refusal().line(),
                          line.refusal().rule()))
              .toList());
    }
  }

  private record Refusal(RuleViolation why) {}

  private static LineRefusal refusal(StatementLine line, RuleViolation why) {
    var pointer = why.pointer();
    return new LineRefusal(
        line.number(),
        pointer.startsWith("/") ? pointer.substring(1) : pointer,
        why.rule(),
        List.of(why.arguments()).stream().map(Object::toString).toList());
  }

  /**
   * Looks for loans of the bank that no line names; done again from the first one after a crash.
   */
  private @Nullable Reconciliation finish(StatementFile file, UUID attempt, String owner) {
    var named = new LoanIds();
    var households = new LoanIds();
    findings.eachRefusedLoan(file.id(), loan -> named.putIfAbsent(loan, REFUSED));
    chunks.each(
        attempt,
        ids -> {
          ids.good().forEach(loan -> named.putIfAbsent(loan, COMPARED));
          ids.owing().forEach(household -> households.putIfAbsent(household, 1));
        });
    var pass = new Pass(file, named, households);
    loans.ofBank(
        file.bankId(),
        page -> {
          pass.take(page);
          pass.mine = files.beat(file.id(), Task.COMPARE, owner);
          return pass.mine;
        });
    if (!pass.mine) {
      return null;
    }
    return Reconciliation.of(
        file.announcement().totals(), pass.counts, pass.refusedKnown, households.size());
  }

  /** The bank's loans that were not compared. */
  private final class Pass {
    private final StatementFile file;
    private final LoanIds named;
    private final LoanIds households;
    private Counts counts;
    private Counts.Sum refusedKnown = new Counts.Sum(0, 0);
    private boolean mine = true;

    Pass(StatementFile file, LoanIds named, LoanIds households) {
      this.file = file;
      this.named = named;
      this.households = households;
      this.counts = file.counts();
    }

    void take(List<UUID> page) {
      var others = page.stream().filter(loan -> named.get(loan) != COMPARED).toList();
      if (others.isEmpty()) {
        return;
      }
      var missing = new HashMap<UUID, KnownLoan>();
      loans
          .known(others, file.announcement().asOf())
          .forEach(
              (id, loan) -> {
                if (loan.balances().outstanding() > 0) {
                  households.putIfAbsent(loan.householdId(), 1);
                  if (named.get(id) == REFUSED) {
                    var owed = loan.balances().outstanding();
                    refusedKnown = refusedKnown.plus(new Counts.Sum(1, owed));
                  } else {
                    missing.put(id, loan);
                  }
                }
              });
      report(missing);
    }

    private void report(Map<UUID, KnownLoan> missing) {
      if (missing.isEmpty()) {
        return;
      }
      var numbers = loans.numbers(missing.keySet());
      var differences = new ArrayList<Difference>();
      missing.forEach(
          (id, loan) -> {
            counts = counts.missing(loan.balances().outstanding());
            differences.add(missing(id, numbers.get(id), loan));
          });
      findings.put(file, differences);
    }

    private static Difference missing(UUID id, @Nullable String number, KnownLoan loan) {
      return new Difference(
          0,
          id,
          number,
          DifferenceCause.MISSING_THERE,
          -loan.balances().outstanding(),
          loan.lastPosting(),
          null,
          loan.balances(),
          null);
    }
  }
}
