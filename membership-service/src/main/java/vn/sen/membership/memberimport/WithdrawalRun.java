package vn.sen.membership.memberimport;

import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.StaleVersion;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.Stored;
import vn.sen.membership.member.Decider;
import vn.sen.membership.member.Member;
import vn.sen.membership.member.MemberCommand;
import vn.sen.membership.orgunit.Splits;
import vn.sen.membership.orgunit.Units;

/**
 * Withdraws the members of an import, part by part. Their ids come from the import and the row, so
 * nothing of the file is needed; each member is changed only at the version in which the import
 * left her.
 */
@Component
class WithdrawalRun {

  private static final String PROCESS = "import-withdrawal";
  private static final int ROWS_AT_ONCE = 1_000;
  private static final int LANES = 8;

  /** Every row takes at least one byte of the file. */
  private static final long LAST_ROW = ImportUpload.MAX_BYTES;

  /** The version of a member to whom nothing but the import has happened. */
  private static final long AS_IMPORTED = 1;

  private final ImportStore imports;
  private final AggregateStore<Withdrawal> withdrawals;
  private final AggregateStore<Member> members;
  private final WithdrawalProgress progress;
  private final Units units;
  private final Splits splits;
  private final Clock clock;

  WithdrawalRun(
      ImportStore imports,
      AggregateStore<Withdrawal> withdrawals,
      AggregateStore<Member> members,
      WithdrawalProgress progress,
      Units units,
      Splits splits,
      Clock clock) {
    this.imports = imports;
    this.withdrawals = withdrawals;
    this.members = members;
    this.progress = progress;
    this.units = units;
    this.splits = splits;
    this.clock = clock;
  }

  /** Goes on where the last run stopped, until the end or until somebody else is faster. */
  void run(UUID id, Withdrawal.Running running) {
    var importId = running.wanted().importId();
    long imported = imports.find(importId).orElseThrow().imported();
    progress.begin(id);
    var position = progress.of(id);
    while (position.members() < imported && position.nextRow() <= LAST_ROW) {
      var kept = withdraw(id, running, position.nextRow());
      var next =
          position.after(ROWS_AT_ONCE, kept.found() - kept.left().size(), kept.left().size());
      if (!progress.advance(id, position, next, kept.left())) {
        return;
      }
      position = next;
    }
    var end = position;
    withdrawals.change(
        id,
        CommandContext.process(PROCESS, id + "/done"),
        withdrawal -> withdrawal.done(end.withdrawn(), end.kept(), today()));
  }

  /**
   * What became of some rows.
   *
   * @param found members that the import has brought with them
   * @param left those of them that were not withdrawn
   */
  private record Outcome(long found, List<UUID> left) {}

  private Outcome withdraw(UUID id, Withdrawal.Running running, long firstRow) {
    var found = members(running.wanted().importId(), firstRow);
    var left = new ArrayList<UUID>();
    try (var lanes = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = new ArrayList<Future<List<UUID>>>();
      for (int lane = 0; lane < LANES; lane++) {
        int first = lane;
        results.add(lanes.submit(() -> withdrawEach(id, running, found, first)));
      }
      for (var result : results) {
        left.addAll(result(result));
      }
    }
    return new Outcome(found.size(), left);
  }

  private List<Stored<Member>> members(UUID importId, long firstRow) {
    var ids =
        LongStream.range(firstRow, firstRow + ROWS_AT_ONCE)
            .mapToObj(row -> RowRegistrar.memberId(importId, row))
            .toList();
    return members
        .documents()
        .find(Filters.in("_id", ids))
        .map(members::stored)
        .into(new ArrayList<>());
  }

  private List<UUID> withdrawEach(
      UUID id, Withdrawal.Running running, List<Stored<Member>> found, int first) {
    var left = new ArrayList<UUID>();
    for (int i = first; i < found.size(); i += LANES) {
      if (!isWithdrawn(id, running, found.get(i))) {
        left.add(found.get(i).id());
      }
    }
    return left;
  }

  private boolean isWithdrawn(UUID id, Withdrawal.Running running, Stored<Member> member) {
    if (member.version() != AS_IMPORTED) {
      return member.state() instanceof Member.Withdrawn;
    }
    var by =
        CommandContext.process(
            PROCESS + ":" + running.approval().approver(), id + "/" + member.id(), AS_IMPORTED);
    var command = new MemberCommand.Withdraw(id, running.approval());
    try {
      members.change(
          member.id(), by, state -> new Decider(units, splits, today()).decide(state, command));
      return true;
    } catch (StaleVersion e) {
      return false; // something has happened to her this very moment
    }
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while withdrawing", e);
    }
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
