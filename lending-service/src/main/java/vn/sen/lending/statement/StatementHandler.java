package vn.sen.lending.statement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.domain.DateOutOfRange;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.job.JobRunner;
import vn.sen.chassis.store.NotFound;
import vn.sen.events.lending.DifferenceCause;
import vn.sen.lending.statement.StatementFile.Task;

/** Carries out what is asked of statements. */
@Component
class StatementHandler {

  private final StatementFiles files;
  private final Statements statements;
  private final JobRunner runner;
  private final Clock clock;

  StatementHandler(
      StatementFiles files, Statements statements, JobRunner statementRunner, Clock clock) {
    this.files = files;
    this.statements = statements;
    this.runner = statementRunner;
    this.clock = clock;
  }

  /**
   * @throws NotFound if there is none (404)
   */
  StatementFile get(UUID id) {
    return files.find(id).orElseThrow(() -> new NotFound(id));
  }

  /**
   * Notes what a bank is about to send; announced again, it is the same statement.
   *
   * @throws StatementRefusals.FileIdUsed if the file id was used for another one
   */
  StatementFile announce(UUID bank, Announcement announcement, CommandContext by) {
    var id = Statements.idOf(bank, announcement.fileId());
    var known = files.find(id);
    if (known.isEmpty()) {
      requireAcceptable(bank, announcement);
      files.announce(id, bank, announcement, by.actor());
    }
    var file = get(id);
    if (!file.announcement().equals(announcement)) {
      throw new StatementRefusals.FileIdUsed();
    }
    return file;
  }

  private void requireAcceptable(UUID bank, Announcement announcement) {
    DateOutOfRange.checked("/asOf", announcement.asOf());
    if (announcement.asOf().isAfter(LocalDate.now(clock))) {
      throw new StatementRefusals.StatementOfTheFuture();
    }
    var supersedes = announcement.supersedes();
    if (supersedes != null) {
      files
          .find(bank, supersedes)
          .filter(old -> canBeSuperseded(old.state()))
          .orElseThrow(StatementRefusals.SupersedesNothing::new);
    }
  }

  private static boolean canBeSuperseded(StatementState state) {
    return state == StatementState.RECONCILED || state == StatementState.FAILED;
  }

  /** Its lines are in. */
  StatementFile begun(UUID id) {
    runner.wake();
    return get(id);
  }

  /** It was wrong and says nothing any more. */
  StatementFile withdraw(StatementFile file, CommandContext by) {
    var id = file.id();
    if (file.state() == StatementState.WITHDRAWN) {
      return file;
    }
    if (file.state() == StatementState.RUNNING
        || file.state() == StatementState.SUPERSEDED
        || file.task() != Task.NOTHING) {
      throw new StatementRefusals.StatementStateForbids(file.state());
    }
    if (file.counts().opened() > 0) {
      throw new StatementRefusals.StatementHasTakenEffect();
    }
    if (statements.find(id).isPresent()) {
      statements.change(
          id, by.againstAnyVersion(), statement -> statement.withdraw(LocalDate.now(clock)));
    }
    if (!files.end(id, Set.of(file.state()), StatementState.WITHDRAWN)) {
      throw new StatementRefusals.StatementStateForbids(get(id).state());
    }
    return get(id);
  }

  /**
   * Somebody wants to take its word for differences of some causes; of all where she names none.
   */
  Committed propose(StatementFile file, List<DifferenceCause> causes, CommandContext by) {
    return change(file, by, s -> s.propose(causes, by.actor(), LocalDate.now(clock)));
  }

  /** Somebody else agrees. */
  Committed approve(StatementFile file, CommandContext by) {
    var done = change(file, by, s -> s.approve(by.actor(), LocalDate.now(clock)));
    files.restate(file.id());
    runner.wake();
    return done;
  }

  /** Somebody else does not. */
  Committed reject(StatementFile file, CommandContext by) {
    return change(file, by, s -> s.reject(by.actor(), LocalDate.now(clock)));
  }

  private Committed change(
      StatementFile file, CommandContext by, Function<Statement, Decision<Statement>> decide) {
    return statements.change(
        file.id(),
        by,
        statement -> {
          if (file.state() != StatementState.RECONCILED || file.task() != Task.NOTHING) {
            throw new StatementRefusals.StatementStateForbids(
                file.task() == Task.NOTHING ? file.state() : StatementState.RUNNING);
          }
          return decide.apply(statement);
        });
  }
}
