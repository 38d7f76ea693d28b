package vn.sen.reporting.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import vn.sen.events.membership.VoiceKind;
import vn.sen.reporting.explanation.ExplainedReport;
import vn.sen.reporting.explanation.ExplainedReport.Logged;
import vn.sen.reporting.membership.SmallProvince;

/** Whatever became of voices: every figure of the report is the sum of what explains it. */
class VoiceExplanationProperties {

  private static final LocalDate START = LocalDate.of(2023, 1, 1);
  private static final SmallProvince PROVINCE = VoiceProperties.PROVINCE;

  @Property(tries = 40)
  void every_figure_is_the_sum_of_its_parts_and_these_are_sums_of_events(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 5_000) Integer> seeds,
      @ForAll @IntRange(min = 0, max = 400) int day,
      @ForAll @IntRange(min = 0, max = 2) int map,
      @ForAll Side side) {
    // given a history
    var world = VoiceProperties.world(seeds);
    var asOf = START.plusDays(day);
    var hierarchy = List.of(asOf, SmallProvince.SPLIT, SmallProvince.MERGER).get(map);
    var orgMap = PROVINCE.facts().map();
    var reading = new VoiceReports(world.figures(), () -> orgMap).read();
    var query = VoiceProperties.query(side, asOf, hierarchy);
    var log =
        world.told().stream().map(t -> Logged.of(t.aggregate(), t.sequence(), t.event())).toList();
    // when every figure of every part of the report is explained
    var whole = new ExplainedReport(reading.report(query));
    var sections =
        new ArrayList<>(
            List.of(
                new VoiceSection(null, null, null, null, null),
                new VoiceSection(null, VoiceKind.NEED, null, null, null),
                new VoiceSection(null, VoiceKind.PETITION, "LAND", null, null),
                new VoiceSection(null, null, null, PROVINCE.branchA1.toString(), null),
                new VoiceSection(null, null, null, null, "none")));
    for (var row : whole.rows()) {
      sections.add(new VoiceSection(row, null, null, null, null));
    }
    for (var section : sections) {
      var explainer = reading.explainer(query, section);
      for (var figure : VoiceExplainer.figures()) {
        // then it is the sum of its parts, and each of these is the sum of its events
        var parts = ExplainedReport.assertMadeOf(figure, section.row(), explainer);
        if (!figure.equals("inTimePercent")) {
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
    var world = VoiceProperties.world(seeds);
    var orgMap = PROVINCE.facts().map();
    var reading = new VoiceReports(world.figures(), () -> orgMap).read();
    var asOf = START.plusDays(200);
    var side = Side.RAISED;
    var hierarchy = asOf;
    var report = new ExplainedReport(reading.report(VoiceProperties.query(side, asOf, hierarchy)));

    assertThat(Set.copyOf(VoiceExplainer.figures())).containsAll(report.figures());
  }
}
