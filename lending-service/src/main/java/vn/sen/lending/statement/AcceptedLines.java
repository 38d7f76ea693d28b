package vn.sen.lending.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.events.lending.DifferenceCause;
import vn.sen.events.membership.Approval;
import vn.sen.lending.loan.Balances;
import vn.sen.lending.statement.Difference.Acceptance;
import vn.sen.lending.statement.StatementChunks.Named;
import vn.sen.lending.statement.StatementFile.Task;
import vn.sen.lending.statement.StatementLoans.Opening;
import vn.sen.lending.statement.StatementLoans.StatedTerms;

/**
 * Takes over from an accepted statement what stands in its lines alone: loans that the platform did
 * not know, transaction points, and days, groups and communes. Where the province uploads a bank's
 * statements, nobody else tells of them. Done again after a crash, a part comes to the same.
 */
@Component
class AcceptedLines {

  private final StatementFiles files;
  private final StatementChunks chunks;
  private final StatementFindings findings;
  private final StatementLoans loans;

  AcceptedLines(
      StatementFiles files,
      StatementChunks chunks,
      StatementFindings findings,
      StatementLoans loans) {
    this.files = files;
    this.chunks = chunks;
    this.findings = findings;
    this.loans = loans;
  }

  /**
   * Goes through the statement's lines, part by part.
   *
   * @param accepted causes for whose differences its word is taken
   * @return false if another instance has taken the job over
   */
  boolean take(StatementFile file, Set<DifferenceCause> accepted, Approval approval, String owner) {
    var causes = new HashSet<>(accepted);
    causes.retainAll(Statement.OF_LINES);
    if (findings.open(file, causes, 1).isEmpty()) {
      return true;
    }
    var attempt = Objects.requireNonNull(file.attempt(), "its lines are here");
    for (int part = 0; part < file.chunks(); part++) {
      var lines = chunks.get(attempt, part).lines();
      if (causes.contains(DifferenceCause.UNKNOWN_LOAN)) {
        open(file, part, lines, approval);
      }
      if (causes.contains(DifferenceCause.OTHER_POINT)) {
        move(file, part, lines, approval);
      }
      if (causes.contains(DifferenceCause.OTHER_TERMS)) {
        agree(file, part, lines, approval);
      }
      if (!files.beat(file.id(), Task.RESTATE, owner)) {
        return false;
      }
    }
    return true;
  }

  private void open(StatementFile file, int part, List<Named> lines, Approval approval) {
    var waiting = findings.open(file, DifferenceCause.UNKNOWN_LOAN, lines);
    if (waiting.isEmpty()) {
      return;
    }
    var refusals = new HashMap<UUID, String>();
    var openings = new ArrayList<Opening>();
    var stated = new HashMap<UUID, Balances>();
    var known = loans.known(waiting.keySet(), file.announcement().asOf());
    for (var named : lines) {
      if (known.containsKey(named.loan())) {
        stated.put(named.loan(), named.line().owed());
      } else if (waiting.containsKey(named.loan())) {
        var opening = resolve(file, named, refusals);
        if (opening != null) {
          openings.add(opening);
        }
      }
    }
    loans.open(file, part, openings).forEach((loan, why) -> refusals.put(loan, why.rule()));
    // those that something else has told of since, or this very attempt before it was cut off
    loans
        .restate(file, "opened/" + part, stated, approval)
        .forEach((loan, why) -> refusals.put(loan, why.rule()));
    findings.accepted(file, outcomes(waiting, refusals));
  }

  private void move(StatementFile file, int part, List<Named> lines, Approval approval) {
    var waiting = findings.open(file, DifferenceCause.OTHER_POINT, lines);
    if (waiting.isEmpty()) {
      return;
    }
    var points = new HashMap<UUID, String>();
    for (var named : lines) {
      var point = named.line().point();
      if (point != null && waiting.containsKey(named.loan())) {
        points.put(named.loan(), point);
      }
    }
    var refusals = new HashMap<UUID, String>();
    loans
        .move(file, "moved/" + part, points, approval)
        .forEach((loan, why) -> refusals.put(loan, why.rule()));
    restate(file, "moved-owed/" + part, waiting, refusals, approval);
    findings.accepted(file, outcomes(waiting, refusals));
  }

  private void agree(StatementFile file, int part, List<Named> lines, Approval approval) {
    var waiting = findings.open(file, DifferenceCause.OTHER_TERMS, lines);
    if (waiting.isEmpty()) {
      return;
    }
    var stated = new HashMap<UUID, StatedTerms>();
    for (var named : lines) {
      if (waiting.containsKey(named.loan())) {
        var line = named.line();
        var unit = loans.commune(line.unit(), file.announcement().asOf()).orElse(null);
        stated.put(named.loan(), new StatedTerms(line.dueOn(), line.group(), unit));
      }
    }
    var refusals = new HashMap<UUID, String>();
    loans
        .agree(file, "agreed/" + part, stated, approval)
        .forEach((loan, why) -> refusals.put(loan, why.rule()));
    restate(file, "agreed-owed/" + part, waiting, refusals, approval);
    findings.accepted(file, outcomes(waiting, refusals));
  }

  /**
   * Interest in arrears, which may stand in the same lines and is named by no cause of its own.
   * Where the principal is another one by now, nobody has agreed to the statement's.
   */
  private void restate(
      StatementFile file,
      String part,
      Map<UUID, Difference> waiting,
      Map<UUID, String> refusals,
      Approval approval) {
    var stated = new HashMap<UUID, Balances>();
    waiting.forEach(
        (loan, difference) -> {
          if (difference.stated() != null && !refusals.containsKey(loan)) {
            stated.put(loan, difference.stated());
          }
        });
    var known = loans.known(stated.keySet(), file.announcement().asOf());
    stated.entrySet().removeIf(loan -> !owesTheSame(known.get(loan.getKey()), loan.getValue()));
    loans
        .restate(file, part, stated, approval)
        .forEach((loan, why) -> refusals.put(loan, why.rule()));
  }

  private static boolean owesTheSame(@Nullable KnownLoan known, Balances stated) {
    return known != null && !known.closed() && Outcome.samePrincipal(known.balances(), stated);
  }

  private @Nullable Opening resolve(StatementFile file, Named named, Map<UUID, String> refusals) {
    var line = named.line();
    var programme = loans.programme(line.programme()).orElse(null);
    var unit = loans.commune(line.unit(), file.announcement().asOf()).orElse(null);
    if (programme != null && unit != null) {
      return new Opening(line, named.loan(), programme, unit);
    }
    refusals.put(named.loan(), programme == null ? "programme-unknown" : "commune-unknown");
    return null;
  }

  private static Map<Difference, Acceptance> outcomes(
      Map<UUID, Difference> waiting, Map<UUID, String> refusals) {
    var outcomes = new LinkedHashMap<Difference, Acceptance>();
    waiting.forEach(
        (loan, difference) -> {
          var refusal = refusals.get(loan);
          outcomes.put(difference, new Acceptance(refusal == null, refusal));
        });
    return outcomes;
  }
}
