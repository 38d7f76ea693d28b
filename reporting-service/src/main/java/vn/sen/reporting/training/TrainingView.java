package vn.sen.reporting.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.chassis.view.RowSink;
import vn.sen.chassis.view.ViewDefinition;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventCatalog;
import vn.sen.events.Topic;
import vn.sen.events.membership.PostEvent;
import vn.sen.events.membership.PostEvent.PersonAppointed;
import vn.sen.events.membership.PostEvent.TermCorrected;
import vn.sen.events.membership.PostEvent.TermEnded;
import vn.sen.events.membership.PostEvent.TermWithdrawn;
import vn.sen.events.membership.TitleEvent;
import vn.sen.events.membership.TitleEvent.TitleIntroduced;
import vn.sen.events.membership.TitleEvent.TitleRenamed;
import vn.sen.events.membership.TitleEvent.TitleRetired;
import vn.sen.events.membership.TitleEvent.TitleSeatsSet;
import vn.sen.events.membership.TitleEvent.TitleStandardSet;
import vn.sen.events.training.CertificateEvent;
import vn.sen.events.training.CertificateEvent.CertificateIssued;
import vn.sen.events.training.CertificateEvent.CertificateRevoked;
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
import vn.sen.events.training.CompetencyEvent;
import vn.sen.events.training.CompetencyEvent.CompetencyGained;
import vn.sen.events.training.CompetencyEvent.CompetencyWithdrawn;
import vn.sen.events.training.CourseEvent;
import vn.sen.events.training.CourseEvent.CourseIntroduced;
import vn.sen.events.training.CourseEvent.CourseRevised;
import vn.sen.events.training.ThemeEvent;
import vn.sen.events.training.ThemeEvent.ThemeIntroduced;
import vn.sen.events.training.TrainingMeasure;
import vn.sen.reporting.reading.Once;
import vn.sen.reporting.reading.ProvinceTime;
import vn.sen.reporting.training.TrainingFact.Assigned;
import vn.sen.reporting.training.TrainingFact.Coded;
import vn.sen.reporting.training.TrainingFact.Competent;
import vn.sen.reporting.training.TrainingFact.InPost;
import vn.sen.reporting.training.TrainingFact.Issued;
import vn.sen.reporting.training.TrainingFact.Named;
import vn.sen.reporting.training.TrainingFact.Planned;
import vn.sen.reporting.training.TrainingFact.Register;
import vn.sen.reporting.training.TrainingFact.Retired;
import vn.sen.reporting.training.TrainingFact.Revoked;
import vn.sen.reporting.training.TrainingFact.Seats;
import vn.sen.reporting.training.TrainingFact.Session;
import vn.sen.reporting.training.TrainingFact.Spoken;
import vn.sen.reporting.training.TrainingFact.Step;

/**
 * Counts classes and who took part, and who is in post: each change of an event is an addition to
 * one row. Beside it, what says how they are counted: plans, certificates, competencies, seats,
 * names.
 */
public final class TrainingView implements ViewDefinition<TrainingRow> {

  private static final EventCatalog CATALOG =
      EventCatalog.of(
          List.of(
              ClassEvent.class,
              CertificateEvent.class,
              CompetencyEvent.class,
              ThemeEvent.class,
              CourseEvent.class,
              PostEvent.class,
              TitleEvent.class));

  private final Once once = new Once();

  @Override
  public String name() {
    return "training";
  }

  @Override
  public List<Topic> topics() {
    return List.of(
        Topic.CLASSES,
        Topic.CERTIFICATES,
        Topic.COMPETENCIES,
        Topic.THEMES,
        Topic.COURSES,
        Topic.POSTS,
        Topic.TITLES);
  }

  @Override
  public EventCatalog catalog() {
    return CATALOG;
  }

  @Override
  public Set<Class<? extends DomainEvent>> wants() {
    return Set.of(
        ClassPlanned.class,
        ClassReplanned.class,
        ClassAssigned.class,
        ParticipantAssigned.class,
        AttendanceRecorded.class,
        ClassHeld.class,
        ResultsRecorded.class,
        CertificateIssued.class,
        CertificateRevoked.class,
        CompetencyGained.class,
        CompetencyWithdrawn.class,
        ThemeIntroduced.class,
        CourseIntroduced.class,
        CourseRevised.class,
        PersonAppointed.class,
        TermCorrected.class,
        TermEnded.class,
        TermWithdrawn.class,
        TitleIntroduced.class,
        TitleRenamed.class,
        TitleSeatsSet.class,
        TitleStandardSet.class,
        TitleRetired.class);
  }

  @Override
  public void fold(DomainEvent event, RecordMeta meta, RowSink<TrainingRow> rows) {
    var teller = new Teller(meta.aggregate(), meta.sequence(), ProvinceTime.known(meta), rows);
    switch (event) {
      case ClassEvent e -> fold(e, teller);
      case CertificateIssued e ->
          teller.tell(new Issued(teller.id(), e.classId(), e.personId(), e.unitId(), e.on()));
      case CertificateRevoked e -> teller.tell(new Revoked(teller.id(), e.on()));
      case CompetencyGained e -> teller.competent(e, e.from(), e.until(), true);
      case CompetencyWithdrawn e -> teller.competent(e, e.from(), null, false);
      case ThemeIntroduced e -> teller.introduced(Register.THEME, e.code(), e.from(), e.name());
      case CourseIntroduced e -> {
        teller.introduced(Register.COURSE, e.code(), e.from(), e.name());
        teller.spoken(e.competency());
      }
      case CourseRevised e -> {
        teller.named(Register.COURSE, e.from(), e.name());
        teller.spoken(e.competency());
      }
      case PostEvent e ->
          e.changes()
              .forEach(
                  c ->
                      teller.tell(
                          new InPost(c.personId(), c.titleId(), c.unitId(), c.date()), c.delta()));
      case TitleEvent e -> fold(e, teller);
      default -> throw new IllegalArgumentException("Not wanted: " + event.getClass().getName());
    }
  }

  private void fold(ClassEvent event, Teller teller) {
    for (var c : event.changes()) {
      teller.tell(shared(new Step(teller.id(), c.date(), c.place(), c.measure())), c.delta());
    }
    switch (event) {
      case ClassPlanned e -> teller.planned(e.plan());
      case ClassReplanned e -> teller.planned(e.plan());
      case ClassAssigned e ->
          teller.tell(new Assigned(teller.id(), teller.sequence(), e.successorId()));
      case AttendanceRecorded e ->
          teller.tell(new Session(teller.id(), e.session(), e.on()), presentMore(e));
      default -> {
        // its changes say all
      }
    }
  }

  /** How many people more are known to have been present at the session; negative for fewer. */
  private static long presentMore(AttendanceRecorded event) {
    return event.changes().stream()
        .filter(c -> c.measure() == TrainingMeasure.SESSION_TURNS)
        .mapToLong(ClassChange::delta)
        .sum();
  }

  private static void fold(TitleEvent event, Teller teller) {
    switch (event) {
      case TitleIntroduced e -> {
        teller.introduced(Register.TITLE, e.code(), e.from(), e.name());
        e.seats()
            .forEach(
                s ->
                    teller.tell(
                        new Seats(teller.id(), s.level(), teller.sequence(), e.from(), s.seats())));
      }
      case TitleRenamed e -> teller.named(Register.TITLE, e.from(), e.name());
      case TitleSeatsSet e ->
          teller.tell(new Seats(teller.id(), e.level(), teller.sequence(), e.from(), e.seats()));
      case TitleStandardSet e -> e.competencies().forEach(teller::spoken);
      case TitleRetired e -> teller.tell(new Retired(teller.id(), e.on()));
    }
  }

  /** Tells what one event of an aggregate says. */
  private record Teller(UUID id, long sequence, LocalDate known, RowSink<TrainingRow> rows) {

    void tell(TrainingFact fact) {
      tell(fact, 1);
    }

    void tell(TrainingFact fact, long delta) {
      if (delta != 0) {
        rows.add(new TrainingRow(known, fact), delta);
      }
    }

    void planned(ClassPlan plan) {
      tell(
          new Planned(
              id,
              sequence,
              plan.unitId(),
              plan.themeId(),
              plan.courseId(),
              plan.programme(),
              plan.source(),
              plan.competency()));
      spoken(plan.competency());
    }

    void competent(
        CompetencyEvent event, LocalDate from, @Nullable LocalDate until, boolean gained) {
      tell(
          new Competent(
              event.personId(),
              sequence,
              event.classId(),
              from,
              until,
              gained,
              event.competency()));
    }

    void introduced(Register register, String code, LocalDate from, String name) {
      tell(new Coded(register, id, code));
      named(register, from, name);
    }

    void named(Register register, LocalDate from, String name) {
      tell(new Named(register, id, sequence, from, name));
    }

    void spoken(@Nullable String competency) {
      if (competency != null) {
        tell(new Spoken(competency));
      }
    }
  }

  @Override
  public String write(TrainingRow row) {
    return RowText.write(row);
  }

  @Override
  public TrainingRow read(String text) {
    var row = RowText.read(text);
    return row.fact() instanceof Step step ? new TrainingRow(row.known(), shared(step)) : row;
  }

  /** An equal step that shares its parts with others: many people, few classes and days. */
  private Step shared(Step step) {
    var place = step.place();
    return new Step(
        once.of(step.classId()),
        once.of(step.date()),
        new ClassPlace(
            once.of(place.themeId()),
            once.of(place.courseId()),
            once.of(place.unitId()),
            once.of(place.via()),
            place.personId() == null ? null : once.of(place.personId()),
            place.category(),
            place.programme() == null ? null : once.of(place.programme())),
        step.measure());
  }
}
