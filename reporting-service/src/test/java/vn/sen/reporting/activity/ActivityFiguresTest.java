package vn.sen.reporting.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.events.training.ActivityKind;
import vn.sen.events.training.ActivityMeasure;
import vn.sen.events.training.ActivityPlace;
import vn.sen.events.training.ParticipantCategory;
import vn.sen.reporting.programme.ProgrammeWorld;

class ActivityFiguresTest {

  private static final LocalDate MARCH = LocalDate.of(2023, 3, 1);
  private static final LocalDate OCTOBER = LocalDate.of(2023, 10, 30);
  private static final UUID COMMUNE = UUID.randomUUID();
  private static final UUID LAN = UUID.randomUUID();

  private final ActivityFigures figures = new ActivityFigures();

  private void came(LocalDate on, long delta) {
    var place =
        new ActivityPlace(
            ActivityKind.SUPPORT_VISIT,
            COMMUNE,
            List.of(),
            null,
            List.of(),
            null,
            null,
            LAN,
            ParticipantCategory.MEMBER,
            null);
    figures.add(new ActivityRow(place, ActivityMeasure.TURNS, on, on), delta);
  }

  private static List<Long> turns(ActivitySnapshot snapshot) {
    var turns = new ArrayList<Long>();
    snapshot.places().forEach((_, s) -> turns.add(s.within(ActivityMeasure.TURNS, MARCH, OCTOBER)));
    return turns;
  }

  @Test
  void aSnapshotStaysAsItWas() {
    // given
    came(MARCH, 1);
    figures.publish(ViewPosition.NONE);
    var before = figures.snapshot();
    // when she also came in October, and in March not after all
    came(OCTOBER, 2);
    came(MARCH, -1);
    // then
    assertThat(turns(figures.snapshot())).containsExactly(1L);
    figures.publish(ViewPosition.NONE);
    assertThat(turns(figures.snapshot())).containsExactly(2L);
    assertThat(turns(before)).containsExactly(1L);
  }

  @Test
  void rowsShareTheirPlacesHoweverTheyCome() {
    // given two visits to which Lan came
    var world = new ProgrammeWorld();
    world.hold(ActivityKind.SUPPORT_VISIT, COMMUNE, "DA8", MARCH, 0, LAN);
    world.hold(ActivityKind.SUPPORT_VISIT, COMMUNE, "DA8", OCTOBER, 0, LAN);
    // when they are told, and read back
    var view = new ActivityView();
    var rows = new ArrayList<ActivityRow>();
    world.fold(
        view,
        (row, _) -> {
          rows.add(row);
          rows.add(view.read(view.write(row)));
        });
    // then she has one place, the visits have another, and both lie in the same unit
    var places = rows.stream().map(ActivityRow::place).distinct().toList();
    assertThat(places).hasSize(2);
    assertThat(rows)
        .hasSize(8)
        .allSatisfy(row -> assertThat(places).anyMatch(place -> place == row.place()));
    assertThat(places.getFirst().unitId()).isSameAs(places.getLast().unitId());
  }
}
