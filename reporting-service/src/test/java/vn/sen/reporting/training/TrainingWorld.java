package vn.sen.reporting.training;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.events.Cause;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;
import vn.sen.events.Topic;
import vn.sen.events.membership.MembershipEvents;
import vn.sen.events.membership.PostChange;
import vn.sen.events.membership.PostEvent.PersonAppointed;
import vn.sen.events.membership.PostEvent.TermCorrected;
import vn.sen.events.membership.PostEvent.TermEnded;
import vn.sen.events.membership.PostEvent.TermWithdrawn;
import vn.sen.events.membership.TermEnd;
import vn.sen.events.membership.TitleEvent.TitleIntroduced;
import vn.sen.events.membership.TitleEvent.TitleRetired;
import vn.sen.events.membership.TitleEvent.TitleSeatsSet;
import vn.sen.events.membership.TitleSeats;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.training.Attendance;
import vn.sen.events.training.AttendanceMark;
import vn.sen.events.training.BudgetSource;
import vn.sen.events.training.CertificateEvent.CertificateIssued;
import vn.sen.events.training.CertificateEvent.CertificateRevoked;
import vn.sen.events.training.CertificateRevocation;
import vn.sen.events.training.ClassChange;
import vn.sen.events.training.ClassEvent;
import vn.sen.events.training.ClassEvent.AttendanceRecorded;
import vn.sen.events.training.ClassEvent.ClassAssigned;
import vn.sen.events.training.ClassEvent.ClassHeld;
import vn.sen.events.training.ClassEvent.ClassPlanned;
import vn.sen.events.training.ClassEvent.ClassReplanned;
import vn.sen.events.training.ClassEvent.ParticipantAssigned;
import vn.sen.events.training.ClassEvent.ResultsRecorded;
import vn.sen.events.training.ClassPlace;
import vn.sen.events.training.ClassPlan;
import vn.sen.events.training.ClassResult;
import vn.sen.events.training.ClassSession;
import vn.sen.events.training.CompetencyEvent.CompetencyGained;
import vn.sen.events.training.CompetencyEvent.CompetencyWithdrawn;
import vn.sen.events.training.CourseEvent.CourseIntroduced;
import vn.sen.events.training.CourseLevel;
import vn.sen.events.training.DayPart;
import vn.sen.events.training.ParticipantCategory;
import vn.sen.events.training.ThemeEvent.ThemeIntroduced;
import vn.sen.events.training.TrainingEvents;
import vn.sen.events.training.TrainingMeasure;

/** Titles, posts, themes, courses, classes, certificates and competencies, as events tell. */
public final class TrainingWorld {

  public static final LocalDate START = LocalDate.of(2015, 1, 1);
  public static final String SOFTWARE = "MEMBER-SOFTWARE";
  public static final String GENDER = "GENDER-COMM";

  /** An event of an aggregate and its version. */
  public record Told(Topic topic, UUID aggregate, long sequence, DomainEvent event) {

    /** The event as it travels. */
    public EventRecord envelope() {
      boolean training = topic.name().startsWith("training.");
      var catalog = training ? TrainingEvents.CATALOG : MembershipEvents.CATALOG;
      return new EventRecord(
          EventRecord.idOf(aggregate, sequence),
          training ? TrainingEvents.SOURCE : MembershipEvents.SOURCE,
          aggregate,
          catalog.nameOf(event),
          Instant.parse("2026-01-05T02:00:00Z"),
          sequence,
          event.effectiveDate(),
          Cause.UNKNOWN,
          catalog.encode(event));
    }

    /** What a reader who must see it sends. */
    public String token() {
      return topic.aggregates() + ":" + aggregate + "@" + sequence;
    }
  }

  /** A course as classes need it. */
  public record Course(UUID id, UUID theme, String competency, Integer validMonths) {}

  /** Somebody who takes part. */
  public record Person(UUID id, UUID unit, ParticipantCategory category) {}

  public final UUID chair = UUID.randomUUID();
  public final UUID vice = UUID.randomUUID();
  public final UUID branchHead = UUID.randomUUID();
  public final UUID digital = UUID.randomUUID();
  public final UUID gender = UUID.randomUUID();
  public final Course software = new Course(UUID.randomUUID(), digital, SOFTWARE, null);
  public final Course communication = new Course(UUID.randomUUID(), gender, GENDER, 12);
  public final Course briefing = new Course(UUID.randomUUID(), gender, null, null);

  private final List<Told> told = new ArrayList<>();
  private final Map<UUID, Long> versions = new HashMap<>();

  public TrainingWorld() {
    title(chair, "CHAIR", "Chủ tịch", UnitLevel.COMMUNE, 1);
    title(vice, "VICE", "Phó Chủ tịch", UnitLevel.COMMUNE, 2);
    title(branchHead, "BRANCH-HEAD", "Chi hội trưởng", UnitLevel.BRANCH, 1);
    tell(Topic.THEMES, digital, new ThemeIntroduced("DIGITAL", "Chuyển đổi số", START));
    tell(Topic.THEMES, gender, new ThemeIntroduced("GENDER", "Bình đẳng giới", START));
    course(software, "SOFTWARE", "Phần mềm quản lý hội viên");
    course(communication, "GENDER-1", "Truyền thông bình đẳng giới");
    course(briefing, "GENDER-2", "Nói chuyện chuyên đề");
  }

  private void title(UUID id, String code, String name, UnitLevel level, int seats) {
    var at = List.of(new TitleSeats(level, seats));
    tell(Topic.TITLES, id, new TitleIntroduced(code, name, at, START));
  }

  private void course(Course course, String code, String name) {
    tell(
        Topic.COURSES,
        course.id(),
        new CourseIntroduced(
            code,
            course.theme(),
            name,
            8,
            "Cán bộ Hội",
            CourseLevel.UPDATE,
            course.competency(),
            course.validMonths(),
            START));
  }

  public Told setSeats(UUID title, UnitLevel level, int seats, LocalDate from) {
    return tell(Topic.TITLES, title, new TitleSeatsSet(level, seats, from));
  }

  public Told retire(UUID title, LocalDate on) {
    return tell(Topic.TITLES, title, new TitleRetired(on));
  }

  /** All that was told so far. */
  public List<Told> told() {
    return List.copyOf(told);
  }

  /** All that was told so far, folded. */
  public TrainingFigures figures() {
    var figures = new TrainingFigures();
    fold(figures, told);
    return figures;
  }

  /** Folds what was told, and shows it. */
  public static void fold(TrainingFigures figures, List<Told> told) {
    var view = new TrainingView();
    for (var t : told) {
      view.fold(t.event(), new RecordMeta(t.aggregate(), t.sequence(), 0), figures);
    }
    figures.publish(ViewPosition.NONE);
  }

  public static Person cadre(UUID unit) {
    return new Person(UUID.randomUUID(), unit, ParticipantCategory.CADRE);
  }

  /** Somebody holds a title at a unit. */
  public Term appoint(UUID title, UUID unit, Person person, LocalDate from) {
    return new Term(title, unit, person.id(), from);
  }

  /** A term, to which more happens. The post is one aggregate with each term of its own. */
  public final class Term {
    private final UUID post = UUID.randomUUID();
    private final UUID id = UUID.randomUUID();
    private final UUID title;
    private final UUID unit;
    private final UUID person;
    public LocalDate from;
    public LocalDate endedOn;
    public boolean withdrawn;

    private Term(UUID title, UUID unit, UUID person, LocalDate from) {
      this.title = title;
      this.unit = unit;
      this.person = person;
      this.from = from;
      tell(
          Topic.POSTS,
          post,
          new PersonAppointed(id, title, unit, person, from, null, List.of(step(from, 1))));
    }

    private PostChange step(LocalDate on, int delta) {
      return new PostChange(on, title, unit, person, delta);
    }

    /** Whether it is held, as it is known in the end. */
    public boolean holdsOn(LocalDate day) {
      return !withdrawn && !day.isBefore(from) && (endedOn == null || day.isBefore(endedOn));
    }

    public UUID unit() {
      return unit;
    }

    public UUID person() {
      return person;
    }

    public Told end(LocalDate on) {
      endedOn = on;
      return tell(
          Topic.POSTS,
          post,
          new TermEnded(id, title, unit, person, TermEnd.RELIEVED, on, List.of(step(on, -1))));
    }

    /** It began on another day. */
    public Told correct(LocalDate began) {
      var changes = List.of(step(from, -1), step(began, 1));
      from = began;
      return tell(
          Topic.POSTS,
          post,
          new TermCorrected(id, title, unit, person, began, null, endedOn, changes));
    }

    /** It never was. */
    public Told withdraw() {
      var changes = new ArrayList<PostChange>();
      changes.add(step(from, -1));
      if (endedOn != null) {
        changes.add(step(endedOn, 1));
      }
      withdrawn = true;
      return tell(Topic.POSTS, post, new TermWithdrawn(id, title, unit, person, from, changes));
    }
  }

  /** A class of a course on some days, for five million đồng of the state. */
  public TaughtClass plan(Course course, UUID organiser, LocalDate... days) {
    return plan(course, organiser, 5_000_000, BudgetSource.STATE, null, days);
  }

  public TaughtClass plan(
      Course course,
      UUID organiser,
      long budget,
      BudgetSource source,
      String programme,
      LocalDate... days) {
    return new TaughtClass(course, organiser, budget, source, programme, List.of(days));
  }

  /** A class, to which more happens: its events tell the figures after less those before. */
  public final class TaughtClass {
    public final UUID id = UUID.randomUUID();
    public final Course course;
    private final UUID organiser;
    private final List<LocalDate> days;
    private final String programme;
    private long budget;
    private BudgetSource source;
    private boolean held;
    private List<UUID> via = List.of();
    private final Map<UUID, Person> people = new LinkedHashMap<>();
    private final Map<UUID, List<UUID>> assigned = new HashMap<>();
    private final Map<UUID, Set<Integer>> present = new HashMap<>();
    private final Set<UUID> passed = new HashSet<>();
    private Map<Step, Long> counted = Map.of();

    private record Step(LocalDate date, ClassPlace place, TrainingMeasure measure) {}

    private TaughtClass(
        Course course,
        UUID organiser,
        long budget,
        BudgetSource source,
        String programme,
        List<LocalDate> days) {
      this.course = course;
      this.organiser = organiser;
      this.budget = budget;
      this.source = source;
      this.programme = programme;
      this.days = days;
      tell(Topic.CLASSES, id, new ClassPlanned(planned(), days.getFirst()));
    }

    private ClassPlan planned() {
      return new ClassPlan(
          course.id(),
          course.theme(),
          organiser,
          days.stream().map(day -> new ClassSession(day, DayPart.MORNING)).toList(),
          budget,
          source,
          programme,
          null,
          course.competency(),
          course.validMonths());
    }

    public LocalDate end() {
      return days.getLast();
    }

    /** The first day on which somebody was present, as it is known in the end; or null. */
    public LocalDate firstDayOf(UUID person) {
      var sessions = present.getOrDefault(person, Set.of());
      return sessions.isEmpty() ? null : days.get(new TreeSet<>(sessions).getFirst() - 1);
    }

    /** The days of the sessions at which somebody was present, as it is known in the end. */
    public List<LocalDate> sessionDays() {
      return present.values().stream()
          .flatMap(Set::stream)
          .distinct()
          .map(session -> days.get(session - 1))
          .toList();
    }

    public boolean hasPassed(UUID person) {
      return passed.contains(person);
    }

    public boolean wasHeld() {
      return held;
    }

    public Told replan(long amount, BudgetSource from) {
      budget = amount;
      source = from;
      return tellClass(changes -> new ClassReplanned(planned(), days.getFirst(), changes));
    }

    /** Who was at a session; those named before and not now were not. */
    public Told attend(int session, Person... who) {
      return attend(session, List.of(who));
    }

    public Told attend(int session, Collection<Person> who) {
      var marks = new LinkedHashMap<UUID, AttendanceMark>();
      people.keySet().forEach(p -> marks.put(p, new AttendanceMark(p, Attendance.ABSENT)));
      present.values().forEach(sessions -> sessions.remove(session));
      for (var person : who) {
        people.put(person.id(), person);
        present.computeIfAbsent(person.id(), _ -> new HashSet<>()).add(session);
        marks.put(person.id(), new AttendanceMark(person.id(), Attendance.PRESENT));
      }
      return tellClass(
          changes ->
              new AttendanceRecorded(
                  session, List.copyOf(marks.values()), days.get(session - 1), changes));
    }

    public Told hold() {
      held = true;
      return tellClass(changes -> new ClassHeld(end(), changes));
    }

    /** They passed, and are competent from the last day on where the course makes them so. */
    public TaughtClass pass(Person... who) {
      result(true, who);
      return this;
    }

    /** They did not pass, after all. */
    public TaughtClass fail(Person... who) {
      result(false, who);
      return this;
    }

    private void result(boolean pass, Person... who) {
      var results = new ArrayList<ClassResult>();
      for (var person : who) {
        boolean changes = pass ? passed.add(person.id()) : passed.remove(person.id());
        if (changes) {
          results.add(new ClassResult(person.id(), pass, null));
        }
      }
      tellClass(
          changes ->
              new ResultsRecorded(results, course.competency(), competentUntil(), end(), changes));
      if (course.competency() != null) {
        results.forEach(
            r -> tell(Topic.COMPETENCIES, r.personId(), competency(r.personId(), pass)));
      }
    }

    private DomainEvent competency(UUID person, boolean pass) {
      return pass
          ? new CompetencyGained(person, course.competency(), end(), competentUntil(), id)
          : new CompetencyWithdrawn(person, course.competency(), end(), id);
    }

    /** The last day of what it gives; null for ever. */
    public LocalDate competentUntil() {
      return course.validMonths() == null
          ? null
          : end().plusMonths(course.validMonths()).minusDays(1);
    }

    public Told assign(UUID successor, LocalDate on) {
      via = List.of(successor);
      return tellClass(changes -> new ClassAssigned(successor, on, changes));
    }

    public Told assign(Person person, UUID successor, LocalDate on) {
      assigned.put(person.id(), List.of(successor));
      return tellClass(changes -> new ParticipantAssigned(person.id(), successor, on, changes));
    }

    public Certificate certify(Person person, LocalDate on) {
      return new Certificate(this, person, on);
    }

    private Told tellClass(Function<List<ClassChange>, ClassEvent> event) {
      var now = count();
      var changes = new ArrayList<ClassChange>();
      var steps = new HashSet<>(counted.keySet());
      steps.addAll(now.keySet());
      for (var step : steps) {
        long delta = now.getOrDefault(step, 0L) - counted.getOrDefault(step, 0L);
        if (delta != 0) {
          changes.add(new ClassChange(step.date(), step.place(), step.measure(), delta));
        }
      }
      counted = now;
      return tell(Topic.CLASSES, id, event.apply(changes));
    }

    private Map<Step, Long> count() {
      var now = new HashMap<Step, Long>();
      if (held) {
        var own = place(organiser, via, null);
        now.put(new Step(end(), own, TrainingMeasure.CLASSES), 1L);
        if (budget != 0) {
          now.put(new Step(end(), own, TrainingMeasure.BUDGET), budget);
        }
      }
      people.forEach((id, person) -> count(person, now));
      return now;
    }

    private void count(Person person, Map<Step, Long> now) {
      var first = firstDayOf(person.id());
      if (first == null) {
        return;
      }
      var own = place(person.unit(), assigned.getOrDefault(person.id(), List.of()), person);
      now.put(new Step(first, own, TrainingMeasure.TURNS), 1L);
      for (int session : present.get(person.id())) {
        now.merge(
            new Step(days.get(session - 1), own, TrainingMeasure.SESSION_TURNS), 1L, Long::sum);
      }
      if (passed.contains(person.id())) {
        now.put(new Step(end(), own, TrainingMeasure.PASSED), 1L);
      }
    }

    private ClassPlace place(UUID unit, List<UUID> follows, Person person) {
      return new ClassPlace(
          course.theme(),
          course.id(),
          unit,
          follows,
          person == null ? null : person.id(),
          person == null ? null : person.category(),
          programme);
    }
  }

  /** A certificate. */
  public final class Certificate {
    private final UUID id = UUID.randomUUID();

    private Certificate(TaughtClass of, Person person, LocalDate on) {
      tell(Topic.CERTIFICATES, id, new CertificateIssued(of.id, person.id(), of.organiser, on));
    }

    public Told revoke(LocalDate on) {
      return tell(
          Topic.CERTIFICATES, id, new CertificateRevoked(CertificateRevocation.MISPRINTED, on));
    }
  }

  private Told tell(Topic topic, UUID aggregate, DomainEvent event) {
    var next = new Told(topic, aggregate, versions.merge(aggregate, 1L, Long::sum), event);
    told.add(next);
    return next;
  }
}
