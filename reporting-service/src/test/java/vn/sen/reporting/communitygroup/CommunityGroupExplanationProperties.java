package vn.sen.reporting.communitygroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import vn.sen.reporting.explanation.ExplainedReport;
import vn.sen.reporting.explanation.ExplainedReport.Logged;
import vn.sen.reporting.membership.SmallProvince;

/** Whatever groups did: every figure of the report is the sum of what explains it. */
class CommunityGroupExplanationProperties {

  private static final LocalDate START = LocalDate.of(2023, 1, 1);
  private static final SmallProvince PROVINCE = CommunityGroupProperties.PROVINCE;

  @Property(tries = 40)
  void every_figure_is_the_sum_of_its_parts_and_these_are_sums_of_events(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 9_000) Integer> seeds,
      @ForAll @IntRange(min = 0, max = 400) int day,
      @ForAll @IntRange(min = 0, max = 2) int map) {
    // given a history
    var world = CommunityGroupProperties.world(seeds);
    var asOf = START.plusDays(day);
    var hierarchy = List.of(asOf, SmallProvince.SPLIT, SmallProvince.MERGER).get(map);
    var orgMap = PROVINCE.facts().map();
    var reading = new CommunityGroupReports(world.figures(), () -> orgMap).read();
    var query = CommunityGroupProperties.query(asOf, hierarchy);
    var log =
        world.told().stream().map(t -> Logged.of(t.aggregate(), t.sequence(), t.event())).toList();
    // when every figure of every part of the report is explained
    var whole = new ExplainedReport(reading.report(query));
    var sections =
        new ArrayList<>(
            List.of(
                new GroupSection(null, null, null),
                new GroupSection(null, CommunityGroupWorld.CLUB, null),
                new GroupSection(null, null, "NTM"),
                new GroupSection(null, CommunityGroupWorld.TEAM, "none")));
    for (var row : whole.rows()) {
      sections.add(new GroupSection(row, null, null));
      sections.add(new GroupSection(row, null, "none"));
    }
    for (var section : sections) {
      var explainer = reading.explainer(query, section);
      for (var figure : CommunityGroupExplainer.ALL.names()) {
        // then it is the sum of its parts, and each of these is the sum of its events
        var parts = ExplainedReport.assertMadeOf(figure, section.row(), explainer);
        if (!figure.startsWith("distinct")) {
          parts.forEach(
              part ->
                  ExplainedReport.assertTraced(
                      part.value(), explainer.trail(figure, part.part()), log));
        }
      }
    }
  }

  @Property(tries = 1)
  void there_is_no_figure_that_cannot_be_explained() {
    List<Integer> seeds = List.of();
    var world = CommunityGroupProperties.world(seeds);
    var orgMap = PROVINCE.facts().map();
    var reading = new CommunityGroupReports(world.figures(), () -> orgMap).read();
    var asOf = START.plusDays(200);
    var hierarchy = asOf;
    var report =
        new ExplainedReport(reading.report(CommunityGroupProperties.query(asOf, hierarchy)));

    assertThat(Set.copyOf(CommunityGroupExplainer.ALL.names())).containsAll(report.figures());
  }
}
