package vn.sen.reporting.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.training.ActivityKind;
import vn.sen.events.training.BudgetSource;
import vn.sen.events.training.ResultMeasure;
import vn.sen.events.training.ResultRule;
import vn.sen.events.training.StatedKind;
import vn.sen.reporting.communitygroup.CommunityGroupReports;
import vn.sen.reporting.communitygroup.CommunityGroupWorld;
import vn.sen.reporting.explanation.ExplainedReport;
import vn.sen.reporting.explanation.ExplainedReport.Logged;
import vn.sen.reporting.explanation.Explainer;
import vn.sen.reporting.explanation.Part;
import vn.sen.reporting.lending.LendingPart.LoanPlaced;
import vn.sen.reporting.lending.LendingReports;
import vn.sen.reporting.lending.LendingWorld;
import vn.sen.reporting.membership.SmallProvince;
import vn.sen.reporting.training.TrainingReports;
import vn.sen.reporting.training.TrainingWorld;
import vn.sen.reporting.training.TrainingWorld.Person;

/** Whatever was promised and done: every figure is what its parts come to. */
class ProgrammeExplanationProperties {

  private static final LocalDate START = LocalDate.of(2023, 1, 1);
  private static final String CODE = "DA8";
  private static final SmallProvince PROVINCE = new SmallProvince();
  private static final List<UUID> BRANCHES =
      List.of(PROVINCE.branchA1, PROVINCE.branchA2, PROVINCE.branchB1, PROVINCE.branchB2);
  private static final List<UUID> STATING =
      List.of(PROVINCE.province, PROVINCE.communeA, PROVINCE.communeB);
  private static final List<Person> PEOPLE =
      Stream.of(0, 1, 2, 3, 0).map(at -> TrainingWorld.cadre(BRANCHES.get(at))).toList();

  /** What numbers made happen, of everything that a programme may count. */
  private static final class History {
    private final ProgrammeWorld world = new ProgrammeWorld();
    private final TrainingWorld training = new TrainingWorld();
    private final CommunityGroupWorld groups = new CommunityGroupWorld();
    private final LendingWorld lending = new LendingWorld();
    private final ProgrammeWorld.Programme project = world.introduce(CODE, START, null);

    History(List<Integer> seeds) {
      for (var measure : ResultMeasure.values()) {
        if (measure != ResultMeasure.STATED) {
          project.measure(measure.name(), rule(measure), START);
        }
      }
      var yearToDate = ProgrammeWorld.stated(StatedKind.YEAR_TO_DATE);
      project.measure("STATED", yearToDate, 2, START);
      project.measure("RATIO", ProgrammeWorld.stated(StatedKind.AS_OF), "%", 1, START);
      project.measure("UNHEARD-OF", unheardOf(), START);
      seeds.forEach(this::happen);
    }

    private ResultRule rule(ResultMeasure measure) {
      return switch (measure) {
        case GROUPS_ALIVE, GROUPS_FOUNDED ->
            new ResultRule(
                measure, null, CommunityGroupWorld.TEAM, null, null, null, null, null, true);
        case LOANS, BORROWING_HOUSEHOLDS, OUTSTANDING ->
            new ResultRule(measure, null, null, null, lending.poor, null, null, null, false);
        case CADRES_COMPETENT, CADRE_COVERAGE ->
            new ResultRule(
                measure, null, null, null, null, TrainingWorld.SOFTWARE, null, null, false);
        case ACTIVITIES_HELD, ACTIVITY_PEOPLE, ACTIVITY_TURNS ->
            new ResultRule(
                measure,
                null,
                null,
                ActivityKind.COMMUNICATION_EVENT,
                null,
                null,
                null,
                null,
                false);
        default -> ProgrammeWorld.rule(measure, true);
      };
    }

    private static ResultRule unheardOf() {
      return new ResultRule(
          ResultMeasure.GROUPS_ALIVE, null, "UNHEARD-OF", null, null, null, null, null, false);
    }

    private void happen(int seed) {
      var on = START.plusDays(seed % 330);
      var branch = BRANCHES.get(seed / 5 % 4);
      var unit = STATING.get(seed / 7 % 3);
      var own = seed % 3 == 0 ? null : CODE;
      var indicator = seed % 2 == 0 ? "STATED" : "RATIO";
      var person = PEOPLE.get(seed / 11 % 5);
      switch (seed / 13 % 8) {
        case 0 -> teach(own, on, branch, person, seed);
        case 1 -> groups.found(CommunityGroupWorld.TEAM, own, branch, on);
        case 2 ->
            world.hold(
                ActivityKind.COMMUNICATION_EVENT,
                branch,
                own,
                on,
                seed % 30,
                person.id(),
                PEOPLE.getFirst().id());
        case 3 -> lending.lend(lending.place(lending.vbsp, branch, person.id()), 50, on);
        case 4 -> training.appoint(training.branchHead, branch, person, on);
        case 5 -> project.target(indicator, unit, on.getYear(), seed % 1_000);
        case 6 ->
            project.state(
                indicator,
                unit,
                on,
                seed % 2 == 0 ? StatedKind.YEAR_TO_DATE : StatedKind.AS_OF,
                seed % 9 == 0 ? null : (long) seed);
        default -> project.target("CADRE_COVERAGE", unit, on.getYear(), 80);
      }
    }

    private void teach(String own, LocalDate on, UUID branch, Person person, int seed) {
      var taught = training.plan(training.software, branch, 1, BudgetSource.STATE, own, on);
      taught.attend(1, PEOPLE.subList(0, 1 + seed % 5));
      taught.hold();
      if (PEOPLE.indexOf(person) <= seed % 5) {
        taught.pass(person);
      }
    }

    private ProgrammeReports.Reading reading() {
      var map = PROVINCE.facts().map();
      return new ProgrammeReports(
              world.programmes(),
              world.activities(),
              new TrainingReports(training.figures(), () -> map),
              new CommunityGroupReports(groups.figures(), () -> map),
              new LendingReports(lending.figures(), () -> map),
              () -> map)
          .read();
    }

    private List<Logged> log() {
      var log = new ArrayList<Logged>();
      world.told().forEach(t -> log.add(Logged.of(t.aggregate(), t.sequence(), t.event())));
      training.told().forEach(t -> log.add(Logged.of(t.aggregate(), t.sequence(), t.event())));
      groups.told().forEach(t -> log.add(Logged.of(t.aggregate(), t.sequence(), t.event())));
      lending.told().forEach(t -> log.add(Logged.of(t.aggregate(), t.sequence(), t.event())));
      return log;
    }
  }

  private static ProgrammeQuery query(LocalDate asOf, LocalDate hierarchy) {
    var unit = hierarchy.isBefore(SmallProvince.MERGER) ? "54" : "66";
    return new ProgrammeQuery(unit, asOf, hierarchy, UnitLevel.COMMUNE, null);
  }

  @Property(tries = 60)
  void every_figure_is_what_was_stated_or_what_the_other_report_is_made_of(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 50_000) Integer> seeds,
      @ForAll @IntRange(min = 0, max = 364) int day,
      @ForAll @IntRange(min = 0, max = 2) int map) {
    // given a year
    var history = new History(seeds);
    var reading = history.reading();
    var asOf = START.plusDays(day);
    var query = query(asOf, List.of(asOf, SmallProvince.SPLIT, SmallProvince.MERGER).get(map));
    var log = history.log();
    // when every figure of every row of every indicator is explained
    for (var results : reading.report(query).programmes().getFirst().indicators()) {
      var rows = new ArrayList<@Nullable String>(new ExplainedReport(results).rows());
      rows.add(null);
      for (var row : rows) {
        var explainer = reading.explainer(query, new ProgrammeSection(row, CODE, results.code()));
        for (var figure : ProgrammeExplainer.ALL.names()) {
          // then it is the sum of its parts, and events are behind these
          var parts = ExplainedReport.assertMadeOf(figure, row, explainer);
          assertTraced(figure, results.rule().measure(), parts, explainer, log);
        }
      }
    }
  }

  private static void assertTraced(
      String figure,
      ResultMeasure measure,
      List<Part<ProgrammePart>> parts,
      Explainer<ProgrammePart> explainer,
      List<Logged> log) {
    for (var part : parts) {
      if (figure.equals("target") || measure == ResultMeasure.STATED) {
        assertTraced(part.value(), figure, part.part(), explainer, log);
      } else if (sumsOfEvents(measure) != null) {
        assertTraced(part.value(), sumsOfEvents(measure), part.part(), explainer, log);
      } else {
        assertThat(records(part.of()).toList())
            .isNotEmpty()
            .allSatisfy(
                key -> {
                  var trail = explainer.trail(counted(measure), key);
                  assertThat(trail.value()).isPositive();
                  ExplainedReport.assertTraced(trail.amount(), trail, log);
                });
      }
    }
  }

  private static void assertTraced(
      BigDecimal value,
      String figure,
      String part,
      Explainer<ProgrammePart> explainer,
      List<Logged> log) {
    ExplainedReport.assertTraced(value, explainer.trail(figure, part), log);
  }

  /** What the events behind a part add up to where the part itself is such a sum. */
  private static @Nullable String sumsOfEvents(ResultMeasure measure) {
    return switch (measure) {
      case CLASSES_HELD -> "classes";
      case TRAINING_TURNS, ACTIVITY_TURNS -> "turns";
      case GROUPS_ALIVE -> "groups";
      case GROUPS_FOUNDED -> "founded";
      case ACTIVITIES_HELD -> "activities";
      case OUTSTANDING -> "outstanding";
      default -> null;
    };
  }

  /** What they add up to where the part only follows from it. */
  private static String counted(ResultMeasure measure) {
    return switch (measure) {
      case PEOPLE_TRAINED, ACTIVITY_PEOPLE -> "turns";
      case LOANS, BORROWING_HOUSEHOLDS -> "outstanding";
      default -> "trained";
    };
  }

  private static Stream<String> records(ProgrammePart part) {
    if (part.training() != null) {
      return part.training().classes().stream().map(one -> one.part());
    }
    if (part.activity() != null) {
      return part.activity().activities().stream().map(one -> one.part());
    }
    return part.loan() != null
        ? part.loan().loans().stream().map(LoanPlaced::part)
        : part.cadre().classes().stream().map(one -> one.part());
  }

  @Property(tries = 1)
  void a_share_of_cadres_leads_to_who_is_in_post_and_who_is_trained() {
    // given a chair who is trained, and one who is not
    List<Integer> seeds = List.of();
    var history = new History(seeds);
    for (var branch : List.of(0, 2)) {
      history.training.appoint(
          history.training.branchHead, BRANCHES.get(branch), PEOPLE.get(branch), START);
    }
    history.teach(CODE, START.plusDays(9), PROVINCE.branchA1, PEOPLE.getFirst(), 0);
    var asOf = START.plusDays(100);
    var explainer =
        history
            .reading()
            .explainer(query(asOf, asOf), new ProgrammeSection(null, CODE, "CADRE_COVERAGE"));
    // then
    ExplainedReport.assertMadeOf("result", null, explainer);
    assertThat(ExplainedReport.assertMadeOf("people", null, explainer)).hasSize(2);
    assertThat(ExplainedReport.assertMadeOf("trained", null, explainer)).hasSize(1);
  }

  @Property(tries = 1)
  void there_is_no_figure_that_cannot_be_explained() {
    List<Integer> seeds = List.of();
    var history = new History(seeds);
    history.project.target("STATED", PROVINCE.province, 2023, 5);
    history.project.state("STATED", PROVINCE.province, START, StatedKind.YEAR_TO_DATE, 3L);
    var asOf = START.plusDays(100);
    var stated =
        history.reading().report(query(asOf, asOf)).programmes().getFirst().indicators().stream()
            .filter(one -> one.code().equals("STATED"))
            .findFirst()
            .orElseThrow();

    assertThat(new ExplainedReport(stated).figures())
        .isEqualTo(Set.copyOf(ProgrammeExplainer.ALL.names()));
  }
}
