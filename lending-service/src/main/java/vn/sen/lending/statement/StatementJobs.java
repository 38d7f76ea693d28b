package vn.sen.lending.statement;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.job.Claim;
import vn.sen.chassis.job.Jobs;
import vn.sen.chassis.job.Sightings;
import vn.sen.lending.loan.Balances;
import vn.sen.lending.statement.BankFeed.News;
import vn.sen.lending.statement.Difference.Acceptance;
import vn.sen.lending.statement.StatementFile.Task;

/** Statements as jobs: comparing them, and restating loans where somebody decided so. */
@Component
class StatementJobs implements Jobs {

  private static final Duration BROKEN_UPLOAD_AFTER = Duration.ofHours(1);

  /** For so long the differences of a statement name their loans. */
  private static final Duration PEOPLE_KEPT_FOR = Duration.ofDays(400);

  private static final int PAGE = 1_000;
  private static final Balances NOTHING = new Balances(0, 0, 0, 0);

  private final StatementFiles files;
  private final Statements statements;
  private final StatementFindings findings;
  private final Comparison comparison;
  private final StatementLoans loans;
  private final AcceptedLines lines;
  private final BankFeed feed;
  private final Clock clock;
  private final Sightings sightings = new Sightings();
  private boolean approvalsSeen;

  StatementJobs(
      StatementFiles files,
      Statements statements,
      StatementFindings findings,
      Comparison comparison,
      StatementLoans loans,
      AcceptedLines lines,
      BankFeed feed,
      Clock clock) {
    this.files = files;
    this.statements = statements;
    this.findings = findings;
    this.comparison = comparison;
    this.loans = loans;
    this.lines = lines;
    this.feed = feed;
    this.clock = clock;
  }

  @Override
  public List<Claim> waiting() {
    return files.waiting();
  }

  @Override
  public boolean claim(Claim seen, String owner) {
    return files.claim(seen, owner);
  }

  @Override
  public void work(UUID id, String owner) {
    var file = files.find(id).orElse(null);
    if (file == null) {
      return;
    }
    switch (file.task()) {
      case COMPARE -> compare(file, owner);
      case RESTATE -> restate(file, owner);
      case NOTHING -> {
        // somebody else was faster
      }
    }
  }

  private void compare(StatementFile file, String owner) {
    begin(file);
    var result = comparison.run(file, owner);
    if (result == null) {
      return;
    }
    statements.change(file.id(), by(file, "reconciled"), statement -> statement.reconcile(result));
    files.reconciled(file, result);
    feed.tell(file.bankId(), List.of(new News(BankFeed.Kind.RESULT_READY, file.id(), null, null)));
  }

  private void begin(StatementFile file) {
    var announced = file.announcement();
    var superseded = superseded(file);
    var today = LocalDate.now(clock);
    if (file.byProvince()) {
      statements.change(
          file.id(),
          by(file, "received"),
          s -> s.received(announced.isOpening(), announced.totals(), superseded, today));
    } else {
      statements.receive(
          file.id(),
          by(file, "received"),
          () ->
              Statement.receive(
                  file.bankId(),
                  announced.isOpening(),
                  announced.asOf(),
                  announced.totals(),
                  superseded,
                  today));
    }
    if (superseded != null) {
      files.end(
          superseded,
          Set.of(StatementState.RECONCILED, StatementState.FAILED),
          StatementState.SUPERSEDED);
    }
  }

  private static @Nullable UUID superseded(StatementFile file) {
    var fileId = file.announcement().supersedes();
    return fileId == null ? null : Statements.idOf(file.bankId(), fileId);
  }

  private static CommandContext by(StatementFile file, String step) {
    return CommandContext.process("statement:" + file.actor(), file.id() + "/" + step);
  }

  /** Goes on with the differences that nothing has become of yet. */
  private void restate(StatementFile file, String owner) {
    var decided = statements.find(file.id()).orElseThrow().state();
    var approval = Objects.requireNonNull(decided.approval(), "somebody has approved");
    var accepted = decided.accepted();
    if (!lines.take(file, accepted, approval, owner)) {
      return;
    }
    var page = findings.open(file, accepted, PAGE);
    while (!page.isEmpty()) {
      var stated = new HashMap<UUID, Balances>();
      page.forEach(d -> stated.put(d.loanId(), d.stated() == null ? NOTHING : d.stated()));
      var part = "restate/" + page.getFirst().loanId();
      var refusals = loans.restate(file, part, stated, approval);
      var outcomes = new LinkedHashMap<Difference, Acceptance>();
      for (var difference : page) {
        var refusal = refusals.get(difference.loanId());
        outcomes.put(
            difference, new Acceptance(refusal == null, refusal == null ? null : refusal.rule()));
      }
      findings.accepted(file, outcomes);
      if (!files.beat(file.id(), Task.RESTATE, owner)) {
        return;
      }
      page = findings.open(file, accepted, PAGE);
    }
    files.done(file.id(), Task.RESTATE);
    if (findings.open(file, Statement.OF_LINES, 1).isEmpty()) {
      files.forgetLines(file);
    }
  }

  @Override
  public void giveUp(UUID id) {
    end(id, null);
  }

  @Override
  public void refused(UUID id, String rule) {
    end(id, rule);
  }

  private void end(UUID id, @Nullable String rule) {
    var file = files.find(id).orElse(null);
    if (file == null) {
      return;
    }
    if (file.task() == Task.COMPARE) {
      files.fail(id, rule);
      feed.tell(file.bankId(), List.of(new News(BankFeed.Kind.STATEMENT_FAILED, id, null, rule)));
    } else {
      // what was not restated stays an open difference
      files.done(id, file.task());
    }
  }

  @Override
  public void tidy() {
    if (!approvalsSeen) {
      takeUpApprovals();
      approvalsSeen = true;
    }
    sightings
        .still(BROKEN_UPLOAD_AFTER, files.uploads())
        .forEach((id, upload) -> files.discard(id, upload.attempt()));
    files.forgetOld(clock.instant().minus(PEOPLE_KEPT_FOR));
  }

  /** An instance that was killed right behind an approval has not begun to compare or restate. */
  private void takeUpApprovals() {
    for (var file : files.proposed()) {
      statements
          .find(file.id())
          .filter(statement -> statement.state().isReleased())
          .ifPresent(_ -> files.release(file.id()));
    }
    for (var decided : statements.accepted()) {
      files
          .find(decided.id())
          .filter(file -> !findings.open(file, decided.state().accepted(), 1).isEmpty())
          .ifPresent(file -> files.restate(file.id()));
    }
  }
}
