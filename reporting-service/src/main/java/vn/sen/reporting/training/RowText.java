package vn.sen.reporting.training;

import static vn.sen.reporting.reading.RowParts.join;

import vn.sen.events.membership.UnitLevel;
import vn.sen.events.training.BudgetSource;
import vn.sen.events.training.ClassPlace;
import vn.sen.events.training.ParticipantCategory;
import vn.sen.events.training.TrainingMeasure;
import vn.sen.reporting.reading.RowParts;
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

/** Rows as text, for ever the same. Codes hold no separator; names stand last. */
final class RowText {

  private RowText() {}

  static String write(TrainingRow row) {
    return join(row.known(), write(row.fact()));
  }

  private static String write(TrainingFact fact) {
    return switch (fact) {
      case Step(var classId, var date, var place, var measure) ->
          join(
              "step",
              classId,
              date,
              measure,
              place.themeId(),
              place.courseId(),
              place.unitId(),
              place.via(),
              place.personId(),
              place.category(),
              place.programme());
      case Planned p ->
          join(
              "planned",
              p.classId(),
              p.sequence(),
              p.unit(),
              p.theme(),
              p.course(),
              p.source(),
              p.programme(),
              p.competency());
      case Assigned(var classId, var sequence, var successor) ->
          join("assigned", classId, sequence, successor);
      case Session(var classId, var number, var date) -> join("session", classId, number, date);
      case Issued(var certificate, var classId, var person, var unit, var on) ->
          join("issued", certificate, classId, person, unit, on);
      case Revoked(var certificate, var on) -> join("revoked", certificate, on);
      case Competent c ->
          join(
              "competent",
              c.person(),
              c.sequence(),
              c.classId(),
              c.from(),
              c.until(),
              c.gained(),
              c.competency());
      case InPost(var person, var title, var unit, var date) ->
          join("in-post", person, title, unit, date);
      case Coded(var register, var id, var code) -> join("coded", register, id, code);
      case Named(var register, var id, var sequence, var from, var name) ->
          join("named", register, id, sequence, from, name);
      case Spoken(var competency) -> join("spoken", competency);
      case Seats(var title, var level, var sequence, var from, var seats) ->
          join("seats", title, level, sequence, from, seats);
      case Retired(var title, var on) -> join("retired", title, on);
    };
  }

  /**
   * The row behind a text.
   *
   * @throws IllegalArgumentException if there is none
   */
  static TrainingRow read(String text) {
    var in = new RowParts(text);
    return new TrainingRow(in.date(), fact(in.next(), in));
  }

  private static TrainingFact fact(String kind, RowParts in) {
    return switch (kind) {
      case "step" -> step(in);
      case "planned" -> planned(in);
      case "assigned" -> new Assigned(in.id(), in.number(), in.id());
      case "session" -> new Session(in.id(), (int) in.number(), in.date());
      case "issued" -> new Issued(in.id(), in.id(), in.id(), in.id(), in.date());
      case "revoked" -> new Revoked(in.id(), in.date());
      case "competent" ->
          new Competent(
              in.id(),
              in.number(),
              in.id(),
              in.date(),
              in.dateOrNull(),
              Boolean.parseBoolean(in.next()),
              in.rest());
      case "in-post" -> new InPost(in.id(), in.id(), in.id(), in.date());
      case "coded" -> new Coded(in.value(Register.class), in.id(), in.rest());
      case "named" ->
          new Named(in.value(Register.class), in.id(), in.number(), in.date(), in.rest());
      case "spoken" -> new Spoken(in.rest());
      case "seats" ->
          new Seats(in.id(), in.value(UnitLevel.class), in.number(), in.date(), (int) in.number());
      case "retired" -> new Retired(in.id(), in.date());
      default -> throw new IllegalArgumentException("Not a row of the training view: " + kind);
    };
  }

  private static Step step(RowParts in) {
    var classId = in.id();
    var date = in.date();
    var measure = in.value(TrainingMeasure.class);
    var place =
        new ClassPlace(
            in.id(),
            in.id(),
            in.id(),
            in.ids(),
            in.idOrNull(),
            in.valueOrNull(ParticipantCategory.class),
            in.textOrNull());
    return new Step(classId, date, place, measure);
  }

  private static Planned planned(RowParts in) {
    var classId = in.id();
    long sequence = in.number();
    var unit = in.id();
    var theme = in.id();
    var course = in.id();
    var source = in.value(BudgetSource.class);
    return new Planned(
        classId, sequence, unit, theme, course, in.textOrNull(), source, in.textOrNull());
  }
}
