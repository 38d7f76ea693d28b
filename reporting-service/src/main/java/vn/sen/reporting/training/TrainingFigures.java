package vn.sen.reporting.training;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.chassis.view.ViewReader;
import vn.sen.events.training.ClassPlace;
import vn.sen.reporting.reading.DatedSteps;
import vn.sen.reporting.reading.DatedVersions;
import vn.sen.reporting.reading.Facts;
import vn.sen.reporting.reading.Facts.Fact;
import vn.sen.reporting.reading.Kept;
import vn.sen.reporting.reading.Leaf;
import vn.sen.reporting.reading.Numbering;
import vn.sen.reporting.training.ClassPart.Spot;
import vn.sen.reporting.training.TrainingFact.Assigned;
import vn.sen.reporting.training.TrainingFact.Coded;
import vn.sen.reporting.training.TrainingFact.Competent;
import vn.sen.reporting.training.TrainingFact.InPost;
import vn.sen.reporting.training.TrainingFact.Issued;
import vn.sen.reporting.training.TrainingFact.Named;
import vn.sen.reporting.training.TrainingFact.Planned;
import vn.sen.reporting.training.TrainingFact.Retired;
import vn.sen.reporting.training.TrainingFact.Revoked;
import vn.sen.reporting.training.TrainingFact.Seats;
import vn.sen.reporting.training.TrainingFact.Session;
import vn.sen.reporting.training.TrainingFact.Spoken;
import vn.sen.reporting.training.TrainingFact.Step;
import vn.sen.reporting.training.TrainingSnapshot.Registered;
import vn.sen.reporting.training.TrainingSnapshot.TitleAt;

/**
 * Keeps the figures that reports are answered from. The view's thread adds; readers take snapshots.
 */
public final class TrainingFigures implements ViewReader<TrainingRow> {

  private final Numbering<Leaf> leaves = new Numbering<>();
  private final Numbering<UUID> themes = new Numbering<>();
  private final Numbering<UUID> courses = new Numbering<>();
  private final Numbering<String> programmes = new Numbering<>();
  private final Numbering<UUID> people = new Numbering<>();

  private final Kept<UUID, ClassFigures> classes = new Kept<>(ClassFigures.NOTHING);
  private final Kept<UUID, Certificate> certificates = new Kept<>(Certificate.NOTHING);
  private final Kept<Post, DatedSteps> posts = new Kept<>(DatedSteps.NONE);
  private final Kept<Integer, Competences> competences = new Kept<>(Competences.NOTHING);
  private final Kept<Registered, String> codes = new Kept<>("");
  private final Kept<Registered, Facts<String>> names = new Kept<>(Facts.none());
  private final Kept<String, Boolean> spoken = new Kept<>(false);
  private final Kept<TitleAt, Facts<Integer>> seats = new Kept<>(Facts.none());
  private final Kept<UUID, LocalDate> retired = new Kept<>(LocalDate.MAX);

  private DatedVersions versions = DatedVersions.NONE;
  private @Nullable LocalDate changedFrom;
  private volatile TrainingSnapshot snapshot;

  public TrainingFigures() {
    snapshot = show(ViewPosition.NONE);
  }

  @Override
  public void add(TrainingRow row, long delta) {
    switch (row.fact()) {
      case Step(var classId, var date, var place, var measure) -> {
        var spot = spot(place);
        classes.change(classId, figures -> figures.plus(spot, measure, date, delta));
        changed(date);
      }
      case Planned told -> {
        classes.change(told.classId(), figures -> figures.planned(told, this::spot));
        changed(LocalDate.MIN); // what a class is, it was from its first session on
      }
      case Assigned told -> {
        classes.change(told.classId(), figures -> figures.assigned(told, this::spot));
        changed(LocalDate.MIN);
      }
      case Session session -> {
        classes.change(session.classId(), figures -> figures.present(session, delta));
        changed(session.date());
      }
      case Issued(var certificate, var classId, var person, _, var on) -> {
        int to = people.of(person);
        certificates.change(certificate, before -> before.issued(classId, to, on));
        changed(on);
      }
      case Revoked(var certificate, var on) -> {
        certificates.change(certificate, before -> before.revoked(on));
        changed(on);
      }
      case Competent word -> add(word);
      case InPost(var person, var title, var unit, var date) -> {
        posts.change(
            new Post(title, unit, people.of(person)),
            steps -> steps.plus(Post.Measure.HELD, date, delta));
        changed(date);
      }
      case Coded(var register, var id, var code) -> {
        codes.change(new Registered(register, id), _ -> code);
        changed(LocalDate.MIN);
      }
      case Named(var register, var id, var sequence, var from, var name) -> {
        names.change(
            new Registered(register, id), said -> said.plus(new Fact<>(from, sequence, name)));
        changed(LocalDate.MIN); // its first name also serves the days before
      }
      case Spoken(var competency) -> {
        spoken.change(competency, _ -> true);
        changed(LocalDate.MIN);
      }
      case Seats(var title, var level, var sequence, var from, var count) -> {
        seats.change(
            new TitleAt(title, level), said -> said.plus(new Fact<>(from, sequence, count)));
        changed(from);
      }
      case Retired(var title, var on) -> {
        retired.change(title, _ -> on);
        changed(on);
      }
    }
  }

  private void add(Competent word) {
    competences.change(
        people.of(word.person()),
        before -> {
          var replaced = before.about(word);
          changed(word.from());
          if (replaced != null) {
            changed(replaced.from());
          }
          return before.plus(word);
        });
  }

  private Spot spot(ClassPlace place) {
    return new Spot(
        themes.of(place.themeId()),
        courses.of(place.courseId()),
        place.programme() == null ? ClassPart.NONE : programmes.of(place.programme()),
        leaves.of(new Leaf(place.unitId(), place.via())),
        place.personId() == null ? ClassPart.NONE : people.of(place.personId()),
        place.category());
  }

  private void changed(LocalDate from) {
    var before = changedFrom;
    changedFrom = before == null || from.isBefore(before) ? from : before;
  }

  @Override
  public void publish(ViewPosition position) {
    snapshot = show(position);
  }

  private TrainingSnapshot show(ViewPosition position) {
    if (changedFrom != null) {
      versions = versions.changed(changedFrom);
      changedFrom = null;
    }
    return new TrainingSnapshot(
        leaves.inOrder(),
        themes.inOrder(),
        courses.inOrder(),
        programmes.inOrder(),
        people.inOrder(),
        classes.show(),
        certificates.show(),
        posts.show(),
        competences.show(),
        codes.show(),
        names.show(),
        spoken.show().keySet(),
        seats.show(),
        retired.show(),
        versions,
        position);
  }

  /** The figures now. */
  TrainingSnapshot snapshot() {
    return snapshot;
  }
}
