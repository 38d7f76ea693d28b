package vn.sen.training.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import vn.sen.events.training.GoalChange;
import vn.sen.events.training.ProgrammeUnitEvent;
import vn.sen.events.training.StatedKind;

class GoalFiguresProperties {

  private static final LocalDate FIRST = LocalDate.of(2022, 12, 1);

  /** What officers say of a day, in whatever order; null takes it back. */
  record Statement(LocalDate asOf, @Nullable Long value) {}

  @Provide
  Arbitrary<List<Statement>> statements() {
    var days = Arbitraries.integers().between(0, 60).map(FIRST::plusDays);
    var values = Arbitraries.longs().between(0, 9).injectNull(0.2);
    return Combinators.combine(days, values).as(Statement::new).list().ofMaxSize(25);
  }

  @Property(tries = 300)
  void steps_up_to_a_date_add_up_to_what_is_stated_for_it(
      @ForAll("statements") List<Statement> statements, @ForAll StatedKind kind) {
    // given statements told in any order
    var told = new ArrayList<GoalChange>();
    var holds = new TreeMap<LocalDate, Long>();
    var goals = Goals.none(UUID.randomUUID(), "DA8", UUID.randomUUID());
    for (var statement : statements) {
      if (statement.value() == null && !holds.containsKey(statement.asOf())) {
        continue;
      }
      var result = new Goals.Result("HOUSES", statement.asOf(), kind, statement.value(), "Báo cáo");
      var proposed = goals.propose(result, "officer");
      goals = proposed.state();
      if (!proposed.events().isEmpty()) {
        var approved = goals.approve("HOUSES", statement.asOf(), "chair");
        told.addAll(((ProgrammeUnitEvent) approved.events().getFirst()).changes());
        goals = approved.state();
      }
      if (statement.value() == null) {
        holds.remove(statement.asOf());
      } else {
        holds.put(statement.asOf(), statement.value());
      }
    }

    // then on every day the steps add up to the last statement of the year, or of all
    for (int day = 0; day <= 61; day++) {
      var date = FIRST.plusDays(day);
      var last = holds.floorEntry(date);
      boolean none =
          last == null
              || kind == StatedKind.YEAR_TO_DATE && last.getKey().getYear() != date.getYear();
      assertThat(sum(told, date, kind)).isEqualTo(none ? 0 : last.getValue());
    }
  }

  private static long sum(List<GoalChange> told, LocalDate date, StatedKind kind) {
    Map<Integer, Long> byYear = new HashMap<>();
    for (var change : told) {
      if (!change.date().isAfter(date)) {
        var year = change.place().year();
        byYear.merge(year == null ? 0 : year, change.delta(), Long::sum);
      }
    }
    return byYear.getOrDefault(kind == StatedKind.AS_OF ? 0 : date.getYear(), 0L);
  }
}
