package vn.sen.chassis.assignment;

import com.mongodb.client.MongoDatabase;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.OutOfScope;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.access.Scope.Reach;
import vn.sen.chassis.assignment.Assignable.Candidate;
import vn.sen.chassis.assignment.Assignable.Candidates;
import vn.sen.chassis.assignment.Assignment.Outcome;
import vn.sen.chassis.assignment.Assignment.Result;
import vn.sen.chassis.assignment.Assignment.State;
import vn.sen.chassis.assignment.Assignment.Wanted;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.job.Claim;
import vn.sen.chassis.job.Jobs;
import vn.sen.chassis.org.MapLoading;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.org.Split;
import vn.sen.chassis.store.NotFound;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.CursorInvalid;
import vn.sen.chassis.web.Page;

/**
 * Assigns by rule what a split has left open, part by part. Each record is a command of its own,
 * made the same by the assignment and the record, so what was cut off and is taken up again does
 * nothing twice.
 */
public final class Assignments implements Jobs {

  private static final Logger LOG = LoggerFactory.getLogger(Assignments.class);
  private static final String PROCESS = "split-assignment";
  private static final int AT_ONCE = 200;

  private final AssignmentStore store;
  private final Assignable records;
  private final Supplier<OrgMap> map;
  private final Scope scope;
  private final Judge judge;

  /**
   * @param records what the service assigns
   * @param map the units as known now
   */
  public Assignments(
      MongoDatabase database, Assignable records, Supplier<OrgMap> map, Scope scope) {
    this.store = new AssignmentStore(database);
    this.records = records;
    this.map = map;
    this.scope = scope;
    this.judge = new Judge(map, scope);
  }

  /**
   * The split of a unit that the reader may work on: she reaches what it has left open, or one of
   * the successors.
   *
   * @throws AssignmentRules.UnitNotDivided if there is none (404)
   * @throws OutOfScope if she may not (403)
   */
  public Split split(UUID unit, Caller reader) {
    var split = find(unit).orElseThrow(AssignmentRules.UnitNotDivided::new);
    if (!isOpenTo(split, scope.reach(reader))) {
      throw new OutOfScope("");
    }
    return split;
  }

  /** The splits that the reader may work on, the earliest first. */
  public List<Split> splits(Caller reader) {
    var reach = scope.reach(reader);
    return map.get().splits().stream().filter(split -> isOpenTo(split, reach)).toList();
  }

  private boolean isOpenTo(Split split, Reach reach) {
    return split.successors().stream()
        .anyMatch(to -> scope.mayAssign(reach, split.unit(), List.of(), split, to));
  }

  private Optional<Split> find(UUID unit) {
    return map.get().splits().stream().filter(s -> s.unit().equals(unit)).findFirst();
  }

  /** What would become of the records, without changing any. */
  public Map<Outcome, Long> preview(Wanted wanted, Caller caller) {
    var split = checked(wanted, caller);
    var reach = scope.reach(caller);
    var candidates = records.candidates(split, wanted);
    var counts = new EnumMap<Outcome, Long>(Outcome.class);
    var part = candidates.next(null, AT_ONCE);
    while (!part.isEmpty()) {
      part.forEach(r -> counts.merge(judged(r, split, wanted, reach).outcome(), 1L, Long::sum));
      part = candidates.next(part.getLast().id(), AT_ONCE);
    }
    return counts;
  }

  /** Begins to assign; sent again with the same key it is begun once. */
  public Assignment begin(Wanted wanted, CommandContext by) {
    checked(wanted, by.sender());
    store.begin(by.newId(), wanted, by, scope.reach(by.sender()));
    return get(by.newId(), by.sender());
  }

  private Split checked(Wanted wanted, Caller caller) {
    var split = split(wanted.unitId(), caller);
    var successor = wanted.successorId();
    if (successor != null && !split.successors().contains(successor)) {
      throw new AssignmentRules.NoSuccessorOfTheUnit();
    }
    return split;
  }

  /**
   * An assignment.
   *
   * @throws NotFound if there is none (404)
   * @throws OutOfScope if the reader does not reach all that its author could (403)
   */
  public Assignment get(UUID id, Caller reader) {
    var found = store.find(id).orElseThrow(() -> new NotFound(id));
    scope.requireAll(reader, found.reach());
    return found;
  }

  /**
   * What became of the records of a part, in their order; empty behind the last one that is done.
   *
   * @param cursor where the part before ended, or null
   */
  public Page<Result> results(UUID id, @Nullable String cursor, Caller reader) {
    get(id, reader);
    int behind = part(cursor);
    var part = store.results(id, behind);
    return new Page<>(part, part.isEmpty() ? null : Cursor.of(Integer.toString(behind + 1)));
  }

  private static int part(@Nullable String cursor) {
    var parts = Cursor.parse(cursor, 1);
    try {
      return parts.isEmpty() ? 0 : Integer.parseInt(parts.getFirst());
    } catch (NumberFormatException e) {
      throw new CursorInvalid();
    }
  }

  @Override
  public List<Claim> waiting() {
    return store.waiting();
  }

  @Override
  public boolean claim(Claim seen, String owner) {
    return store.claim(seen, owner);
  }

  @Override
  public void work(UUID id, String owner) {
    var job = store.find(id).orElseThrow();
    // where it was begun the split was on the map
    var split = find(job.wanted().unitId()).orElseThrow(MapLoading::new);
    var candidates = records.candidates(split, job.wanted());
    var place = store.place(id);
    var planned = planned(job, split, candidates, place);
    while (!planned.isEmpty()) {
      var done = planned.stream().map(intended -> carriedOut(job, split, intended)).toList();
      if (!store.advance(id, owner, place, done)) {
        return; // another instance has taken it over
      }
      place = store.place(id);
      planned = planned(job, split, candidates, place);
    }
    store.finish(id, State.DONE, null);
  }

  /** What was planned before by whoever was cut off holds; empty behind the last record. */
  private List<Result> planned(
      Assignment job, Split split, Candidates candidates, AssignmentStore.Place place) {
    var noted = store.planned(job.id(), place);
    if (!noted.isEmpty()) {
      return noted;
    }
    var part = candidates.next(place.behind(), AT_ONCE);
    var intended = part.stream().map(r -> judged(r, split, job.wanted(), job.reach())).toList();
    return intended.isEmpty() ? intended : store.plan(job.id(), place, intended);
  }

  private Result carriedOut(Assignment job, Split split, Result intended) {
    if (intended.outcome() != Outcome.ASSIGNED) {
      return intended;
    }
    var id = intended.id();
    var successor = Objects.requireNonNull(intended.successorId());
    var handover = new Handover(split, job.wanted(), successor, job.reach(), judge);
    var by = CommandContext.process(PROCESS + ":" + job.author(), job.id() + "/" + id);
    try {
      records.assign(id, handover, by);
      return intended;
    } catch (NotAsPlanned e) {
      return intended.as(e.outcome(), null);
    } catch (RuleViolation e) {
      if (e.passes()) {
        throw e;
      }
      return intended.as(Outcome.REFUSED, e.rule());
    }
  }

  private Result judged(Candidate record, Split split, Wanted wanted, Reach reach) {
    var successor = successor(record, wanted);
    var outcome = judge.of(split, wanted, reach, record.unit(), record.via(), successor);
    return new Result(record.id(), outcome, successor, null);
  }

  private static @Nullable UUID successor(Candidate record, Wanted wanted) {
    return wanted.successorId() == null ? record.successor() : wanted.successorId();
  }

  @Override
  public void giveUp(UUID id) {
    refused(id, "internal-error");
  }

  @Override
  public void refused(UUID id, String rule) {
    LOG.error("Assignment {} is given up: {}", id, rule);
    store.finish(id, State.FAILED, rule);
  }

  @Override
  public void tidy() {
    // an assignment leaves nothing behind
  }
}
