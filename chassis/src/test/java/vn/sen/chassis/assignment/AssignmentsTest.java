package vn.sen.chassis.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sen.chassis.org.PhuYenMother.SECOND_REDRAWING;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.ServiceUnderTest;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.CallerMother;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.assignment.Assignment.Outcome;
import vn.sen.chassis.assignment.Assignment.Result;
import vn.sen.chassis.assignment.Assignment.State;
import vn.sen.chassis.assignment.Assignment.Wanted;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.org.MapLoading;
import vn.sen.chassis.org.OrgFacts;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.org.PhuYenMother;
import vn.sen.chassis.org.Split;
import vn.sen.chassis.store.NotFound;

class AssignmentsTest {

  private static final LocalDate TODAY = LocalDate.parse("2025-08-01");
  private static final String ME = "me";

  private final PhuYenMother phuYen = new PhuYenMother();
  private final Split split =
      phuYen.map().splits().stream()
          .filter(s -> s.on().equals(SECOND_REDRAWING))
          .findFirst()
          .orElseThrow();
  private final UUID one = split.successors().stream().sorted().toList().getFirst();
  private final UUID other = split.successors().stream().sorted().toList().getLast();
  private final Caller anybody = CallerMother.officer();

  private final AtomicReference<OrgMap> map = new AtomicReference<>(phuYen.map());
  private final Scope scope =
      new Scope(
          map::get,
          _ -> Optional.empty(),
          Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
  private final Folders folders = new Folders();
  private final MongoDatabase database = ServiceUnderTest.freshDatabase();
  private final Assignments assignments = new Assignments(database, folders, map::get, scope);

  private Wanted wanted(@Nullable UUID successor, boolean again) {
    return new Wanted(split.unit(), successor, "FOLDERS", List.of(), again);
  }

  private UUID begun(Wanted wanted, Caller who) {
    var by = CommandContext.of(who, "POST /folders", null, "", OptionalLong.empty(), null);
    var id = assignments.begin(wanted, by).id();
    assignments.claim(assignments.waiting().getFirst(), ME);
    return id;
  }

  private List<Result> assigned(Wanted wanted, Caller who) {
    var id = begun(wanted, who);
    assignments.work(id, ME);
    return results(id);
  }

  private List<Result> results(UUID id) {
    return assignments.results(id, null, anybody).items();
  }

  @Test
  void whatSomebodyElseAssignedSinceItWasPlannedIsLeftToThatSuccessor() {
    // given a folder that is assigned to the other one while the job is at work
    var folder = folders.at(split.unit());
    folders.meanwhile(id -> folders.give(id, other, split));
    // when
    var results = assigned(wanted(one, false), anybody);
    // then
    assertThat(results).containsExactly(new Result(folder, Outcome.ELSEWHERE, one, null));
    assertThat(folders.place(folder).via()).containsExactly(other);
  }

  @Test
  void whoWantsItAgainTakesItFromThereIfSheReachesIt() {
    // given the same
    var folder = folders.at(split.unit());
    folders.meanwhile(id -> folders.give(id, other, split));
    // when an officer of the one successor wants it, and one above both
    var officer = CallerMother.at(one, Role.OFFICER);
    var refused = assigned(wanted(one, true), officer);
    var left = folders.place(folder).via();
    var done = assigned(wanted(one, true), anybody);
    // then
    assertThat(refused).containsExactly(new Result(folder, Outcome.OUT_OF_SCOPE, one, null));
    assertThat(left).containsExactly(other);
    assertThat(done).containsExactly(new Result(folder, Outcome.ASSIGNED, one, null));
    assertThat(folders.place(folder).via()).containsExactly(one);
  }

  @Test
  void whatCannotBeLookedUpIsRefusedAndTheRestGoesOn() {
    // given two folders, one of which is gone as it is to be changed
    var gone = folders.at(split.unit());
    var folder = folders.at(split.unit());
    folders.meanwhile(
        id -> {
          if (id.equals(gone)) {
            throw new NotFound(id);
          }
        });
    // when
    var results = assigned(wanted(one, false), anybody);
    // then
    assertThat(results)
        .containsExactlyInAnyOrder(
            new Result(gone, Outcome.REFUSED, one, "not-found"),
            new Result(folder, Outcome.ASSIGNED, one, null));
  }

  @Test
  void takenUpAgainEachGoesToWhomItWasPlannedFor() {
    // given a job that is cut off before its last folder, and a rule that finds others since
    var ids = Stream.generate(() -> folders.at(split.unit())).limit(3).sorted().toList();
    folders.leadTo(one);
    folders.meanwhile(
        id -> {
          if (id.equals(ids.getLast())) {
            throw new MapLoading();
          }
        });
    var job = begun(wanted(null, false), anybody);
    assertThatThrownBy(() -> assignments.work(job, ME)).isInstanceOf(MapLoading.class);
    folders.leadTo(other);
    folders.meanwhile(_ -> {});
    // when
    assignments.work(job, ME);
    // then
    assertThat(ids).allSatisfy(id -> assertThat(folders.place(id).via()).containsExactly(one));
    assertThat(results(job))
        .isEqualTo(ids.stream().map(id -> new Result(id, Outcome.ASSIGNED, one, null)).toList());
    assertThat(assignments.get(job, anybody).counts()).isEqualTo(Map.of(Outcome.ASSIGNED, 3L));
  }

  @Test
  void whoWasTakenOverWhileShePlannedLeavesTheOthersResultsAsTheyAre() {
    // given two folders, one of which is refused
    var gone = folders.at(split.unit());
    var folder = folders.at(split.unit());
    folders.meanwhile(
        id -> {
          if (id.equals(gone)) {
            throw new NotFound(id);
          }
        });
    var job = begun(wanted(one, false), anybody);
    // when another instance takes the job over and ends it between the look and the plan
    folders.pauseOnce(
        () -> {
          assignments.claim(assignments.waiting().getFirst(), "another");
          assignments.work(job, "another");
        });
    assignments.work(job, ME);
    // then
    assertThat(results(job))
        .containsExactlyInAnyOrder(
            new Result(gone, Outcome.REFUSED, one, "not-found"),
            new Result(folder, Outcome.ASSIGNED, one, null));
    assertThat(assignments.get(job, anybody).counts())
        .isEqualTo(Map.of(Outcome.REFUSED, 1L, Outcome.ASSIGNED, 1L));
  }

  @Test
  void whatAnEarlierBuildNotedWithoutSayingToWhomIsPlannedAnew() {
    // given a part that was cut off and says of its folder only that it is to be assigned
    var folder = folders.at(split.unit());
    var job = begun(wanted(one, false), anybody);
    database
        .getCollection("splitAssignmentResults")
        .insertOne(
            new Document("_id", job + "/0")
                .append("assignment", job)
                .append("part", 1)
                .append(
                    "results", List.of(new Document("id", folder).append("outcome", "ASSIGNED"))));
    // when
    assignments.work(job, ME);
    // then
    assertThat(results(job)).containsExactly(new Result(folder, Outcome.ASSIGNED, one, null));
    assertThat(folders.place(folder).via()).containsExactly(one);
  }

  @Test
  void aMapThatLagsBehindIsWaitedFor() {
    // given an instance that has not heard of the split yet, nor of where a folder lies
    var folder = folders.at(split.unit());
    var stray = folders.at(UUID.randomUUID());
    var job = begun(wanted(one, false), anybody);
    map.set(new OrgFacts().map());
    assertThatThrownBy(() -> assignments.work(job, ME)).isInstanceOf(MapLoading.class);
    map.set(phuYen.map());
    assertThatThrownBy(() -> assignments.work(job, ME)).isInstanceOf(MapLoading.class);
    assertThat(assignments.get(job, anybody).state()).isEqualTo(State.RUNNING);
    // when it has
    folders.forget(stray);
    assignments.work(job, ME);
    // then
    assertThat(results(job)).containsExactly(new Result(folder, Outcome.ASSIGNED, one, null));
    assertThat(assignments.get(job, anybody).state()).isEqualTo(State.DONE);
  }

  @Test
  void whatTheRuleKnowsOfAllIsReadOnceForAllParts() {
    // given more folders than one part takes
    Stream.generate(() -> folders.at(split.unit())).limit(450).toList();
    // when
    var preview = assignments.preview(wanted(one, false), anybody);
    // then
    assertThat(preview).containsEntry(Outcome.ASSIGNED, 450L);
    assertThat(folders.lookedFor()).isEqualTo(1);
    // and when
    var job = begun(wanted(one, false), anybody);
    assignments.work(job, ME);
    // then
    assertThat(assignments.get(job, anybody).counts()).containsEntry(Outcome.ASSIGNED, 450L);
    assertThat(folders.lookedFor()).isEqualTo(2);
  }
}
