package vn.sen.membership.memberimport;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.BulkOutcome;
import vn.sen.chassis.store.NewAggregate;
import vn.sen.membership.member.Member;
import vn.sen.membership.memberimport.RowRegistrar.Checked;

/**
 * Imports the valid rows, chunk by chunk. A member's id comes from the import and the row, so a
 * chunk that was cut off half way is done again without doubling anybody. The next chunk is
 * prepared while the last one is being written.
 */
@Component
class RealRun {

  private static final int AT_ONCE = 2;

  private final ImportStore store;
  private final RowRegistrar registrar;
  private final AggregateStore<Member> members;

  RealRun(ImportStore store, RowRegistrar registrar, AggregateStore<Member> members) {
    this.store = store;
    this.registrar = registrar;
    this.members = members;
  }

  /** Goes on where the last run stopped, until the end or until somebody else takes over. */
  void run(MemberImport found, String me) {
    Deque<Future<Done>> pending = new ArrayDeque<>();
    int next = found.doneChunks();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int chunk = found.doneChunks(); chunk < found.chunks(); chunk++) {
        while (next < found.chunks() && pending.size() < AT_ONCE) {
          int number = next++;
          pending.add(threads.submit(() -> importChunk(found, number)));
        }
        var done = result(pending.remove());
        if (!store.imported(found.id(), chunk, done.imported(), done.refused(), me)) {
          return;
        }
      }
    }
    store.forgetRows(found.id());
    store.move(found.id(), ImportState.RUNNING, ImportState.DONE);
  }

  private static Done result(Future<Done> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while importing", e);
    }
  }

  private Done importChunk(MemberImport found, int chunk) {
    var leftOut = store.invalidRows(found.id(), chunk);
    var fresh = new LinkedHashMap<Long, NewAggregate<Member>>();
    var refused = new ArrayList<RowError>();
    for (var row : store.chunk(found, chunk)) {
      if (leftOut.contains(row.number())) {
        continue;
      }
      switch (registrar.check(found, row)) {
        case Checked.Good good -> fresh.put(row.number(), good.member());
        // something has changed since the dry run
        case Checked.Wrong wrong -> refused.addAll(wrong.errors());
      }
    }
    for (long row : registrar.erased(fresh)) {
      fresh.remove(row);
      refused.add(registrar.erased(row));
    }
    var by = CommandContext.process("import:" + found.createdBy(), found.id() + "/" + chunk);
    var outcomes = members.createAll(by, List.copyOf(fresh.values())).iterator();
    long imported = 0;
    for (long row : fresh.keySet()) {
      if (outcomes.next() instanceof BulkOutcome.KeyTaken) {
        refused.add(registrar.taken(row));
      } else {
        imported++;
      }
    }
    refused.sort(Comparator.comparingLong(RowError::row));
    return new Done(imported, refused);
  }

  /** What became of a chunk. */
  private record Done(long imported, List<RowError> refused) {}
}
