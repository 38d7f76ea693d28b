package vn.sen.reporting.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.events.training.ActivityKind;
import vn.sen.events.training.ResultMeasure;
import vn.sen.events.training.ResultRule;
import vn.sen.events.training.StatedKind;
import vn.sen.reporting.activity.ActivityFigures;
import vn.sen.reporting.communitygroup.CommunityGroupReports;
import vn.sen.reporting.communitygroup.CommunityGroupWorld;
import vn.sen.reporting.lending.LendingReports;
import vn.sen.reporting.lending.LendingWorld;
import vn.sen.reporting.membership.SmallProvince;
import vn.sen.reporting.programme.ProgrammeRow.Sort;
import vn.sen.reporting.training.TrainingReports;
import vn.sen.reporting.training.TrainingWorld;

class ProgrammeProperties {

  private static final LocalDate START = LocalDate.of(2023, 1, 1);
  private static final SmallProvince PROVINCE = new SmallProvince();
  private static final List<UUID> UNITS =
      List.of(PROVINCE.province, PROVINCE.communeA, PROVINCE.communeB);

  private static ProgrammeReport report(ProgrammeFigures figures) {
    var map = PROVINCE.facts().map();
    var asOf = START.plusDays(20);
    return new ProgrammeReports(
            figures,
            new ActivityFigures(),
            new TrainingReports(new TrainingWorld().figures(), () -> map),
            new CommunityGroupReports(new CommunityGroupWorld().figures(), () -> map),
            new LendingReports(new LendingWorld().figures(), () -> map),
            () -> map)
        .read()
        .report(new ProgrammeQuery("54", asOf, asOf, null, null));
  }

  @Property(tries = 100)
  void rows_come_to_the_same_in_whatever_order_they_are_read_back(
      @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 1_199) Integer> seeds,
      @ForAll long chance) {
    // given
    var world = new ProgrammeWorld();
    var project = world.introduce("DA8", START, null);
    project.measure("I1", ProgrammeWorld.stated(StatedKind.YEAR_TO_DATE), START);
    for (int seed : seeds) {
      var unit = UNITS.get(seed % 3);
      var on = START.plusDays(seed / 12 % 25);
      switch (seed / 3 % 4) {
        case 0 -> project.target("I1", unit, 2023, seed);
        case 1 -> project.withdrawTarget("I1", unit, 2023);
        case 2 -> project.state("I1", unit, on, StatedKind.YEAR_TO_DATE, (long) seed);
        default -> project.state("I1", unit, on, StatedKind.YEAR_TO_DATE, null);
      }
    }
    // when
    var rows = new ArrayList<ProgrammeRow>();
    world.fold((row, _) -> rows.add(row));
    Collections.shuffle(rows, new Random(chance));
    var view = new ProgrammeView();
    var figures = new ProgrammeFigures();
    rows.forEach(row -> figures.add(view.read(view.write(row)), 1));
    figures.publish(ViewPosition.NONE);
    // then
    assertThat(report(figures)).isEqualTo(report(world.programmes()));
  }

  @Property(tries = 1)
  void rows_are_read_as_they_were_written() {
    var view = new ProgrammeView();
    var id = UUID.randomUUID();
    var rule =
        new ResultRule(
            ResultMeasure.CADRE_COVERAGE,
            id,
            "TTCD",
            ActivityKind.SUPPORT_VISIT,
            id,
            "SOFTWARE",
            id,
            StatedKind.AS_OF,
            true);
    for (var row :
        List.of(
            new ProgrammeRow.Coded(id, "DA8"),
            new ProgrammeRow.Named(id, 1, START, "Dự án | 8"),
            new ProgrammeRow.Lasting(id, 1, START, null),
            new ProgrammeRow.Lasting(id, 1, START, START),
            new ProgrammeRow.Measured(id, "I1", 2, "tổ | nhóm"),
            new ProgrammeRow.Ruled(id, "I1", 3, START, rule, "a | b"),
            new ProgrammeRow.Ruled(
                id, "I1", 3, START, ProgrammeWorld.rule(ResultMeasure.STATED, false), "a"),
            new ProgrammeRow.Retired(id, "I1", START),
            new ProgrammeRow.Goal("DA8", "I1", id, Sort.TARGET, START, 4, 0L),
            new ProgrammeRow.Goal("DA8", "I1", id, Sort.AS_OF, START, 4, null))) {
      assertThat(view.read(view.write(row))).isEqualTo(row);
    }
  }
}
