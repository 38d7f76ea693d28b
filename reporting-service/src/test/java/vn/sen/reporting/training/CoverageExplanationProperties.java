package vn.sen.reporting.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.explanation.ExplainedReport;
import vn.sen.reporting.explanation.ExplainedReport.Logged;
import vn.sen.reporting.explanation.Explainer;
import vn.sen.reporting.explanation.Part;
import vn.sen.reporting.membership.SmallProvince;

/** Whoever came, went and learned: every figure of coverage is the sum of what explains it. */
class CoverageExplanationProperties {

  private static final LocalDate START = LocalDate.of(2023, 1, 1);
  private static final SmallProvince PROVINCE = TrainingProperties.PROVINCE;

  /** What is asked for: a competency, a theme, both, or neither. */
  private enum Asked {
    COMPETENCY(TrainingWorld.GENDER, null),
    THEME(null, "GENDER"),
    BOTH(TrainingWorld.SOFTWARE, "DIGITAL"),
    NOTHING(null, null);

    private final @Nullable String competency;
    private final @Nullable String theme;

    Asked(@Nullable String competency, @Nullable String theme) {
      this.competency = competency;
      this.theme = theme;
    }
  }

  private static CoverageQuery query(LocalDate asOf, LocalDate hierarchy, Asked asked) {
    return new CoverageQuery(
        hierarchy.isBefore(SmallProvince.MERGER) ? "54" : "66",
        asOf,
        hierarchy,
        UnitLevel.COMMUNE,
        null,
        null,
        asked.competency,
        asked.theme);
  }

  /** With chairs of communes, which end with these, and of a unit that no map knows. */
  private static TrainingWorld world(List<Integer> seeds) {
    var world = TrainingProperties.world(seeds);
    for (var unit :
        List.of(PROVINCE.communeA, PROVINCE.communeB, PROVINCE.province, UUID.randomUUID())) {
      world.appoint(world.chair, unit, TrainingWorld.cadre(unit), START.plusDays(30));
    }
    world.appoint(
        world.chair, PROVINCE.communeA, TrainingWorld.cadre(PROVINCE.branchA1), START.plusDays(80));
    world.setSeats(world.vice, UnitLevel.COMMUNE, 3, START.plusDays(100));
    world.setSeats(world.vice, UnitLevel.COMMUNE, 1, START.plusDays(100));
    return world;
  }

  private static List<CoverageSection> sections(CoverageReport report) {
    var sections = new ArrayList<CoverageSection>();
    sections.add(new CoverageSection(null, null, null));
    sections.add(new CoverageSection(null, "CHAIR", UnitLevel.COMMUNE));
    sections.add(new CoverageSection(null, "BRANCH-HEAD", UnitLevel.BRANCH));
    sections.add(new CoverageSection(null, null, UnitLevel.BRANCH));
    for (var row : new ExplainedReport(report).rows()) {
      sections.add(new CoverageSection(row, null, null));
    }
    return sections;
  }

  @Property(tries = 60)
  void every_figure_is_the_sum_of_people_posts_and_seats(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 50_000) Integer> seeds,
      @ForAll @IntRange(min = 0, max = 600) int day,
      @ForAll @IntRange(min = 0, max = 2) int map,
      @ForAll Asked asked) {
    // given a history
    var world = world(seeds);
    var asOf = START.plusDays(day);
    var hierarchy = List.of(asOf, SmallProvince.SPLIT, SmallProvince.MERGER).get(map);
    var orgMap = PROVINCE.facts().map();
    var reading = new TrainingReports(world.figures(), () -> orgMap).read();
    var query = query(asOf, hierarchy, asked);
    var log =
        world.told().stream().map(t -> Logged.of(t.aggregate(), t.sequence(), t.event())).toList();
    // when every figure of every part of the report is explained
    for (var section : sections(reading.coverage(query))) {
      var explainer = reading.coverageExplainer(query, section);
      for (var figure : CoverageExplainer.ALL.names()) {
        // then it is the sum of its parts, and events are behind these
        assertExplained(figure, section.row(), explainer, log);
      }
    }
    for (var row : List.of("offMap", "unplaced")) {
      var explainer = reading.coverageExplainer(query, new CoverageSection(row, null, null));
      for (var figure : CoverageExplainer.BESIDE.names()) {
        assertExplained(figure, row, explainer, log);
      }
    }
  }

  private static void assertExplained(
      String figure, @Nullable String row, Explainer<CoveragePart> explainer, List<Logged> log) {
    var parts = ExplainedReport.assertMadeOf(figure, row, explainer);
    for (var part : parts) {
      switch (figure) {
        case "posts", "seats" ->
            ExplainedReport.assertTraced(part.value(), explainer.trail(figure, part.part()), log);
        case "people" -> {
          assertThat(part.of().posts()).isNotEmpty();
          part.of()
              .posts()
              .forEach(
                  post ->
                      ExplainedReport.assertTraced(
                          BigDecimal.ONE, explainer.trail("posts", post.part()), log));
        }
        case "vacant" -> {
          var trail = explainer.trail("seats", part.part());
          ExplainedReport.assertTraced(trail.amount(), trail, log);
        }
        default -> assertTaught(figure, part, explainer, log);
      }
    }
  }

  /** The events of a person's classes: as many as her turns; of the trained, one at least. */
  private static void assertTaught(
      String figure, Part<CoveragePart> part, Explainer<CoveragePart> explainer, List<Logged> log) {
    var sum = BigDecimal.ZERO;
    for (var one : part.of().classes()) {
      var trail = explainer.trail(figure, one.part());
      ExplainedReport.assertTraced(trail.amount(), trail, log);
      sum = sum.add(trail.amount());
    }
    if (figure.equals("turns")) {
      assertThat(sum).isEqualByComparingTo(part.value());
    } else {
      assertThat(sum).isPositive();
    }
  }

  @Property(tries = 1)
  void there_is_no_figure_that_cannot_be_explained() {
    List<Integer> seeds = List.of();
    var orgMap = PROVINCE.facts().map();
    var reading = new TrainingReports(world(seeds).figures(), () -> orgMap).read();
    var asOf = START.plusDays(200);
    var report = new ExplainedReport(reading.coverage(query(asOf, asOf, Asked.THEME)));

    assertThat(report.figures()).isEqualTo(Set.copyOf(CoverageExplainer.ALL.names()));
  }
}
