package vn.sen.training.trainingclass;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sen.training.trainingclass.ClassMother.HOA;
import static vn.sen.training.trainingclass.ClassMother.MAI;
import static vn.sen.training.trainingclass.ClassMother.TODAY;
import static vn.sen.training.trainingclass.ClassMother.openWith;
import static vn.sen.training.trainingclass.ClassMother.outline;
import static vn.sen.training.trainingclass.ClassMother.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.org.Split;
import vn.sen.events.training.Attendance;
import vn.sen.events.training.AttendanceMark;
import vn.sen.events.training.ClassChange;
import vn.sen.events.training.ClassEvent;
import vn.sen.events.training.ClassResult;

class ClassFiguresProperties {

  private static final UUID SUCCESSOR = UUID.randomUUID();
  private static final UUID OTHER_SUCCESSOR = UUID.randomUUID();

  private static final List<Split> SPLITS =
      List.of(
          new Split(
              UUID.randomUUID(), TODAY, UUID.randomUUID(), Set.of(SUCCESSOR, OTHER_SUCCESSOR)));

  private interface Act {
    Decision<TrainingClass> on(TrainingClass state);
  }

  @Provide
  Arbitrary<List<Act>> acts() {
    var people = Arbitraries.of(HOA, MAI);
    Arbitrary<Act> attend =
        Combinators.combine(Arbitraries.of(1, 2), people, Arbitraries.of(Attendance.class))
            .as(
                (session, person, attendance) ->
                    state ->
                        state.attend(
                            session, List.of(new AttendanceMark(person, attendance)), TODAY));
    Arbitrary<Act> result =
        Combinators.combine(people, Arbitraries.of(true, false))
            .as(
                (person, passed) ->
                    state -> state.result(List.of(new ClassResult(person, passed, null))));
    Arbitrary<Act> budget =
        Arbitraries.longs()
            .between(0, 3)
            .map(
                millions ->
                    state ->
                        state.replan(
                            outline(
                                millions, session(ClassMother.FIRST), session(ClassMother.SECOND)),
                            TODAY));
    Arbitrary<Act> others =
        Arbitraries.of(
            state -> state.hold(TODAY),
            state -> state.close(TODAY, TODAY),
            state -> state.assignParticipant(HOA, SUCCESSOR, SPLITS, TODAY),
            state -> state.assign(SUCCESSOR, SPLITS, TODAY));
    return Arbitraries.oneOf(attend, attend, result, budget, others).list().ofMaxSize(25);
  }

  @Property(tries = 300)
  void what_events_add_is_what_the_class_counts_for(@ForAll("acts") List<Act> acts) {
    var begun = openWith(HOA, MAI);
    var told = new HashMap<ClassChange, Long>();
    var state = begun;
    for (var act : acts) {
      try {
        var decision = act.on(state);
        decision.events().forEach(event -> add(told, ((ClassEvent) event).changes()));
        state = decision.state();
      } catch (RuleViolation refused) {
        // what is refused adds nothing
      }
    }
    var counts = new HashMap<ClassChange, Long>();
    add(counts, ClassFigures.between(begun, state));
    assertThat(told).isEqualTo(counts);
  }

  private static void add(Map<ClassChange, Long> sums, List<ClassChange> changes) {
    for (var change : changes) {
      var step = new ClassChange(change.date(), change.place(), change.measure(), 0);
      sums.merge(step, change.delta(), Long::sum);
      sums.remove(step, 0L);
    }
  }
}
