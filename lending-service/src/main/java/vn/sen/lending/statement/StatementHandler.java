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
import vn.sen.lending.bank.KnownBanks;
import vn.sen.lending.partner.UsedKeys;
import vn.sen.lending.statement.StatementFile.Task;

/** Carries out what is asked of statements. */
@Component
class StatementHandler {

  private final StatementFiles files;
  private final Statements statements;
  private final KnownBanks banks;
  private final UsedKeys keys;
  private final JobRunner runner;
  private final Clock clock;

  StatementHandler(
      StatementFiles files,
      Statements statements,
      KnownBanks banks,
      UsedKeys keys,
      JobRunner statementRunner,
      Clock clock) {
    this.files = files;
    this.statements = statements;
    this.banks = banks;
    this.keys = keys;
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
   * @throws vn.sen.chassis.command.KeyReused if the idempotency key was (422)
   */
  StatementFile announce(UUID bank, Announcement announcement, CommandContext by) {
    return keys.with(by, () -> announce(bank, false, announcement, by));
  }

  /**
   * Notes what the province is about to upload for a bank that cannot send it.
   *
   * @throws StatementRefusals.BankPostsItself if the bank is not one of them
   * @throws StatementRefusals.FileIdUsed if the file id was used for another one
   */
  StatementFile announceFor(UUID bank, Announcement announcement, CommandContext by) {
    requireStatementsOnly(bank);
    return announce(bank, true, announcement, by);
  }

  private void requireStatementsOnly(UUID bank) {
    if (!banks.exists(bank)) {
      throw new StatementRefusals.BankUnknown();
    }
    if (!banks.statementsOnly(bank)) {
      throw new StatementRefusals.BankPostsItself();
    }
  }

  private StatementFile announce(
      UUID bank, boolean byProvince, Announcement announcement, CommandContext by) {
    var id = Statements.idOf(bank, announcement.fileId());
    var known = files.find(id);
    if (known.isEmpty()) {
      requireAcceptable(bank, announcement);
      files.announce(id, bank, byProvince, announcement, by.actor());
    }
    var file = get(id);
    if (!file.announcement().equals(announcement) || file.byProvince() != byProvince) {
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
    var file = get(id);
    if (file.byProvince()) {
      propose(file);
    }
    runner.wake();
    return file;
  }

  /** Whoever announced it proposes what the announced digest says. Safe to repeat. */
  private void propose(StatementFile file) {
    var announced = file.announcement();
    statements.receive(
        file.id(),
        CommandContext.process("statement:" + file.actor(), file.id() + "/proposed"),
        () ->
            Statement.upload(
                file.bankId(),
                announced.asOf(),
                announced.totals(),
                file.actor(),
                LocalDate.now(clock)));
  }

  /** Somebody else agrees to what the province uploaded: it goes the way of any statement. */
  Committed release(StatementFile file, CommandContext by) {
    requireUploaded(file);
    requireStatementsOnly(file.bankId());
    var done = statements.change(file.id(), by, s -> s.release(by.actor(), LocalDate.now(clock)));
    files.release(file.id());
    runner.wake();
    return done;
  }

  /** Somebody does not: nothing of it stays but that it was there. */
  Committed refuse(StatementFile file, CommandContext by) {
    requireUploaded(file);
    var done = statements.change(file.id(), by, s -> s.refuse(by.actor(), LocalDate.now(clock)));
    files.end(file.id(), Set.of(StatementState.PROPOSED), StatementState.WITHDRAWN);
    return done;
  }

  private void requireUploaded(StatementFile file) {
    if (!file.byProvince() || file.state() == StatementState.ANNOUNCED) {
      throw new StatementRefusals.StatementStateForbids(file.state());
    }
    propose(file);
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
   * Somebody wants to take its word for differences of some causes; where she names none, of all
   * that can be accepted but {@code LATE}.
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
