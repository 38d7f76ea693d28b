package vn.sen.reporting.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.training.BudgetSource;
import vn.sen.events.training.ClassPlace;
import vn.sen.events.training.ParticipantCategory;
import vn.sen.events.training.TrainingMeasure;
import vn.sen.reporting.membership.SmallProvince;
import vn.sen.reporting.training.TrainingFact.Register;
import vn.sen.reporting.training.TrainingQuery.Selection;
import vn.sen.reporting.training.TrainingWorld.Person;
import vn.sen.reporting.training.TrainingWorld.TaughtClass;
import vn.sen.reporting.training.TrainingWorld.Term;
import vn.sen.reporting.training.TrainingWorld.Told;

class TrainingProperties {

  private static final LocalDate START = LocalDate.of(2023, 1, 1);
  static final SmallProvince PROVINCE = new SmallProvince();
  private static final List<UUID> BRANCHES =
      List.of(PROVINCE.branchA1, PROVINCE.branchA2, PROVINCE.branchB1, PROVINCE.branchB2);
  private static final List<Person> PEOPLE =
      Stream.of(0, 1, 2, 3, 0, 1)
          .map(
              branch ->
                  new Person(
                      UUID.randomUUID(),
                      BRANCHES.get(branch),
                      ParticipantCategory.values()[branch]))
          .toList();

  /** What numbers made happen, late facts and corrections among it. */
  private static final class History {
    final TrainingWorld world = new TrainingWorld();
    final List<TaughtClass> classes = new ArrayList<>();
    final List<Term> terms = new ArrayList<>();

    History(List<Integer> seeds) {
      for (int i = 0; i < 4; i++) {
        var course = List.of(world.software, world.communication, world.briefing).get(i % 3);
        var day = START.plusDays(40 + 60 * i);
        classes.add(world.plan(course, BRANCHES.get(i), day, day.plusDays(1)));
      }
      seeds.forEach(this::happen);
    }

    private void happen(int seed) {
      var taught = classes.get(seed / 9 % 4);
      var person = PEOPLE.get(seed / 36 % 6);
      var day = START.plusDays(seed % 301);
      switch (seed % 9) {
        case 0 -> taught.attend(1, PEOPLE.subList(0, seed / 36 % 7));
        case 1 -> taught.attend(2, PEOPLE.subList(seed / 36 % 7, 6));
        case 2 -> taught.hold();
        case 3 -> taught.pass(person);
        case 4 -> taught.fail(person);
        case 5 -> taught.replan(1_000L * (seed % 7), BudgetSource.values()[seed % 5]);
        case 6 -> appoint(BRANCHES.get(seed / 9 % 4), person, day);
        case 7 -> change(seed, term -> term.end(term.from.plusDays(1 + seed % 90)));
        default -> change(seed, seed % 2 == 0 ? Term::withdraw : term -> move(term, seed));
      }
    }

    private void appoint(UUID branch, Person person, LocalDate from) {
      terms.add(world.appoint(world.branchHead, branch, person, from));
    }

    private static void move(Term term, int seed) {
      if (term.endedOn == null) {
        term.correct(START.plusDays(seed % 250));
      }
    }

    private void change(int seed, Consumer<Term> change) {
      if (!terms.isEmpty()) {
        var term = terms.get(seed / 9 % terms.size());
        if (!term.withdrawn && (term.endedOn == null || seed % 9 == 8)) {
          change.accept(term);
        }
      }
    }
  }

  private static TrainingReport report(
      TrainingFigures figures, LocalDate asOf, LocalDate hierarchy) {
    var map = PROVINCE.facts().map();
    return new TrainingReports(figures, () -> map).read().report(query(asOf, hierarchy));
  }

  static TrainingQuery query(LocalDate asOf, LocalDate hierarchy) {
    return new TrainingQuery(
        hierarchy.isBefore(SmallProvince.MERGER) ? "54" : "66",
        asOf,
        hierarchy,
        UnitLevel.COMMUNE,
        asOf.minusDays(60),
        Selection.ALL,
        EnumSet.allOf(Dimension.class));
  }

  static TrainingWorld world(List<Integer> seeds) {
    return new History(seeds).world;
  }

  private static CoverageReport coverage(
      TrainingFigures figures, LocalDate asOf, LocalDate hierarchy, String competency) {
    var map = PROVINCE.facts().map();
    return new TrainingReports(figures, () -> map)
        .read()
        .coverage(
            new CoverageQuery(
                hierarchy.isBefore(SmallProvince.MERGER) ? "54" : "66",
                asOf,
                hierarchy,
                UnitLevel.COMMUNE,
                null,
                null,
                competency,
                null));
  }

  @Property(tries = 200)
  void people_turns_sessions_and_passes_are_those_of_what_is_known_in_the_end(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 50_000) Integer> seeds,
      @ForAll @IntRange(min = 0, max = 400) int day) {
    // given
    var history = new History(seeds);
    var asOf = START.plusDays(day);
    var from = asOf.minusDays(60);
    // when
    var total = report(history.world.figures(), asOf, asOf).total();
    // then
    var people = new HashSet<UUID>();
    long turns = 0;
    long passed = 0;
    long classes = 0;
    long sessions = 0;
    for (var taught : history.classes) {
      for (var person : PEOPLE) {
        var first = taught.firstDayOf(person.id());
        if (first != null && within(first, from, asOf)) {
          people.add(person.id());
          turns++;
        }
        boolean ended = within(taught.end(), from, asOf);
        passed += first != null && ended && taught.hasPassed(person.id()) ? 1 : 0;
      }
      classes += taught.wasHeld() && within(taught.end(), from, asOf) ? 1 : 0;
      sessions += taught.sessionDays().stream().filter(on -> within(on, from, asOf)).count();
    }
    assertThat(total.people()).isEqualTo(people.size());
    assertThat(total.turns()).isEqualTo(turns);
    assertThat(total.passed()).isEqualTo(passed);
    assertThat(total.classes()).isEqualTo(classes);
    assertThat(total.sessions()).isEqualTo(sessions);
  }

  private static boolean within(LocalDate day, LocalDate from, LocalDate to) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  @Property(tries = 200)
  void covered_are_those_in_post_whose_competency_holds_on_the_date(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 50_000) Integer> seeds,
      @ForAll @IntRange(min = 0, max = 600) int day) {
    // given
    var history = new History(seeds);
    var asOf = START.plusDays(day);
    // when
    var total = coverage(history.world.figures(), asOf, asOf, TrainingWorld.GENDER).total();
    // then
    var inPost = new HashSet<UUID>();
    history.terms.stream().filter(t -> t.holdsOn(asOf)).forEach(t -> inPost.add(t.person()));
    var trained = new HashSet<UUID>();
    for (var taught : history.classes) {
      if (taught.course.equals(history.world.communication)
          && within(asOf, taught.end(), taught.competentUntil())) {
        inPost.stream().filter(taught::hasPassed).forEach(trained::add);
      }
    }
    assertThat(total.people()).isEqualTo(inPost.size());
    assertThat(total.trained()).isEqualTo(trained.size());
  }

  @Property(tries = 200)
  void totals_are_the_same_under_every_map_and_no_more_than_their_rows(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 50_000) Integer> seeds,
      @ForAll @IntRange(min = 0, max = 400) int day) {
    var figures = new History(seeds).world.figures();
    var asOf = START.plusDays(day);
    for (var hierarchy : List.of(asOf, SmallProvince.SPLIT, SmallProvince.MERGER)) {
      var report = report(figures, asOf, hierarchy);
      var rows = report.rows().stream().map(TrainingReport.TrainingOfUnit::training).toList();
      assertThat(report.total()).isEqualTo(report(figures, asOf, asOf).total());
      assertThat(rows.stream().mapToLong(Training::turns).sum()).isEqualTo(report.total().turns());
      assertThat(rows.stream().mapToLong(Training::budget).sum())
          .isEqualTo(report.total().budget());
      assertThat(rows.stream().mapToLong(Training::people).sum())
          .isGreaterThanOrEqualTo(report.total().people());
      // branches outlive the communes, and with them their posts
      var coverage = coverage(figures, asOf, hierarchy, TrainingWorld.SOFTWARE);
      assertThat(coverage.total().people())
          .isEqualTo(coverage(figures, asOf, asOf, TrainingWorld.SOFTWARE).total().people());
      assertThat(coverage.total().trained()).isLessThanOrEqualTo(coverage.total().people());
    }
  }

  @Property(tries = 200)
  void the_order_in_which_rows_come_does_not_matter(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 50_000) Integer> seeds,
      @ForAll @IntRange(min = 0, max = 400) int day,
      @ForAll Random random) {
    // given what partitions and stores tell in any order
    var history = new History(seeds);
    var view = new TrainingView();
    var rows = new ArrayList<Map.Entry<TrainingRow, Long>>();
    for (var told : history.world.told()) {
      view.fold(
          told.event(),
          new RecordMeta(told.aggregate(), told.sequence(), 0),
          (row, delta) -> rows.add(Map.entry(row, delta)));
    }
    Collections.shuffle(rows, random);
    // when
    var figures = new TrainingFigures();
    rows.forEach(row -> figures.add(view.read(view.write(row.getKey())), row.getValue()));
    figures.publish(ViewPosition.NONE);
    // then
    var asOf = START.plusDays(day);
    var clean = history.world.figures();
    assertThat(report(figures, asOf, asOf)).isEqualTo(report(clean, asOf, asOf));
    assertThat(coverage(figures, asOf, asOf, TrainingWorld.GENDER))
        .isEqualTo(coverage(clean, asOf, asOf, TrainingWorld.GENDER));
  }

  @Property(tries = 200)
  void a_view_that_was_loaded_again_in_the_middle_shows_the_same(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 50_000) Integer> seeds,
      @ForAll @IntRange(min = 0, max = 400) int day,
      @ForAll @IntRange(min = 0, max = 100) int percent) {
    // given rows that were added up in the store, and what came after them
    var history = new History(seeds);
    var told = history.world.told();
    int middle = told.size() * percent / 100;
    var view = new TrainingView();
    var stored = new HashMap<TrainingRow, Long>();
    fold(view, told.subList(0, middle), stored);
    // when
    var figures = new TrainingFigures();
    stored.forEach(figures::add);
    TrainingWorld.fold(figures, told.subList(middle, told.size()));
    // then
    var asOf = START.plusDays(day);
    assertThat(report(figures, asOf, asOf)).isEqualTo(report(history.world.figures(), asOf, asOf));
  }

  private static void fold(TrainingView view, List<Told> told, Map<TrainingRow, Long> rows) {
    for (var t : told) {
      view.fold(
          t.event(),
          new RecordMeta(t.aggregate(), t.sequence(), 0),
          (row, delta) -> rows.merge(row, delta, Long::sum));
    }
  }

  @Property(tries = 100)
  void a_remembered_report_is_what_would_be_made_anew(
      @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 50_000) Integer> seeds,
      @ForAll @IntRange(min = 0, max = 400) int day) {
    var map = PROVINCE.facts().map();
    var figures = new TrainingFigures();
    var reports = new TrainingReports(figures, () -> map);
    var asOf = START.plusDays(day);
    var query =
        new TrainingQuery("54", asOf, asOf, null, START, Selection.ALL, Set.of(Dimension.THEME));
    var posts = new CoverageQuery("54", asOf, asOf, null, null, null, TrainingWorld.GENDER, null);

    boolean spoken = false;
    for (var told : new History(seeds).world.told()) {
      TrainingWorld.fold(figures, List.of(told));
      var anew = new TrainingReports(figures, () -> map).read();
      assertThat(reports.read().report(query)).isEqualTo(anew.report(query));
      spoken |= figures.snapshot().spoken().contains(TrainingWorld.GENDER);
      if (spoken) {
        assertThat(reports.read().coverage(posts)).isEqualTo(anew.coverage(posts));
      }
    }
  }

  @Property(tries = 1)
  void rows_are_read_as_they_were_written() {
    var view = new TrainingView();
    var id = UUID.randomUUID();
    var whole = new ClassPlace(id, id, id, List.of(), null, null, null);
    var own =
        new ClassPlace(
            id, id, id, List.of(UUID.randomUUID(), id), id, ParticipantCategory.MAN, "DU-AN-8");
    for (var fact :
        List.of(
            new TrainingFact.Step(id, START, whole, TrainingMeasure.BUDGET),
            new TrainingFact.Step(id, START, own, TrainingMeasure.TURNS),
            new TrainingFact.Planned(id, 3, id, id, id, null, BudgetSource.UNION, null),
            new TrainingFact.Planned(id, 3, id, id, id, "DU-AN-8", BudgetSource.UNION, "X"),
            new TrainingFact.Assigned(id, 2, id),
            new TrainingFact.Session(id, 12, START),
            new TrainingFact.Issued(id, id, id, id, START),
            new TrainingFact.Revoked(id, START),
            new TrainingFact.Competent(id, 1, id, START, null, true, "X"),
            new TrainingFact.Competent(id, 2, id, START, START, false, "X"),
            new TrainingFact.InPost(id, id, id, START),
            new TrainingFact.Coded(Register.TITLE, id, "A|B"),
            new TrainingFact.Named(Register.THEME, id, 1, START, "Giới | mới"),
            new TrainingFact.Spoken("X"),
            new TrainingFact.Seats(id, UnitLevel.BRANCH, 4, START, 0),
            new TrainingFact.Retired(id, START))) {
      var row = new TrainingRow(START, fact);
      assertThat(view.read(view.write(row))).isEqualTo(row);
    }
  }
}
