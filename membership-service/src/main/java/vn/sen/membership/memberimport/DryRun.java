package vn.sen.membership.memberimport;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.sen.chassis.store.NewAggregate;
import vn.sen.membership.member.Member;
import vn.sen.membership.memberimport.RowRegistrar.Checked;

/**
 * Checks every row as the real run would, and the rows against each other; writes nothing but what
 * it found.
 */
@Component
class DryRun {

  private final ImportStore store;
  private final RowRegistrar registrar;

  DryRun(ImportStore store, RowRegistrar registrar) {
    this.store = store;
    this.registrar = registrar;
  }

  /**
   * Runs from the first row on, whatever a run before it has done, until the end or until somebody
   * else takes over.
   */
  void run(MemberImport found, String me) {
    var id = found.id();
    store.restartValidation(id);
    Map<String, Long> firstRows = new HashMap<>();
    for (int chunk = 0; chunk < found.chunks(); chunk++) {
      var rows = store.chunk(found, chunk);
      if (!store.validated(id, chunk, rows.size(), errors(found, rows, firstRows), me)) {
        return;
      }
    }
    boolean anyInvalid = store.find(id).filter(i -> i.invalid() > 0).isPresent();
    store.move(
        id, ImportState.VALIDATING, anyInvalid ? ImportState.INVALID : ImportState.VALIDATED);
  }

  private List<RowError> errors(
      MemberImport found, List<RawRow> rows, Map<String, Long> firstRows) {
    var errors = new ArrayList<RowError>();
    Map<String, Long> keys = new HashMap<>();
    Map<Long, NewAggregate<Member>> good = new HashMap<>();
    for (var row : rows) {
      switch (registrar.check(found, row)) {
        case Checked.Wrong wrong -> errors.addAll(wrong.errors());
        case Checked.Good checked -> {
          good.put(row.number(), checked.member());
          registrar
              .naturalKey(checked)
              .ifPresent(
                  key -> {
                    var first = firstRows.putIfAbsent(key, row.number());
                    if (first == null) {
                      keys.put(key, row.number());
                    } else {
                      errors.add(registrar.duplicateOf(first, row.number()));
                    }
                  });
        }
      }
    }
    registrar.erased(good).forEach(row -> errors.add(registrar.erased(row)));
    registrar
        .taken(keys.keySet())
        .forEach(key -> errors.add(registrar.taken(keys.getOrDefault(key, 0L))));
    errors.sort(Comparator.comparingLong(RowError::row));
    return errors;
  }
}
