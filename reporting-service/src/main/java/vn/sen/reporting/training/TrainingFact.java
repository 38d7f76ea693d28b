package vn.sen.reporting.training;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.training.BudgetSource;
import vn.sen.events.training.ClassPlace;
import vn.sen.events.training.TrainingMeasure;

/**
 * What was told. A step counts by how much, a session by how many people, all else how often it was
 * told; what is told of one aggregate again and again bears its sequence, because the later word
 * counts.
 */
public sealed interface TrainingFact {

  /** A step of one of a class's measures. */
  record Step(UUID classId, LocalDate date, ClassPlace place, TrainingMeasure measure)
      implements TrainingFact {}

  /**
   * What a class is as a whole.
   *
   * @param unit the organiser
   * @param competency the code of what those who pass are competent in, or null
   */
  record Planned(
      UUID classId,
      long sequence,
      UUID unit,
      UUID theme,
      UUID course,
      @Nullable String programme,
      BudgetSource source,
      @Nullable String competency)
      implements TrainingFact {}

  /** Of the successors of its organiser, the class follows this one. */
  record Assigned(UUID classId, long sequence, UUID successor) implements TrainingFact {}

  /** More or fewer people were present at a session; it took place while somebody was. */
  record Session(UUID classId, int number, LocalDate date) implements TrainingFact {}

  /**
   * A certificate was issued.
   *
   * @param unit who issued it
   */
  record Issued(UUID certificate, UUID classId, UUID person, UUID unit, LocalDate on)
      implements TrainingFact {}

  /** A certificate is not valid any more. */
  record Revoked(UUID certificate, LocalDate on) implements TrainingFact {}

  /**
   * What a class gave somebody.
   *
   * @param until the last day; null for ever
   * @param gained false where the class gave it not, after all
   */
  record Competent(
      UUID person,
      long sequence,
      UUID classId,
      LocalDate from,
      @Nullable LocalDate until,
      boolean gained,
      String competency)
      implements TrainingFact {}

  /** A step of who holds a title at a unit. */
  record InPost(UUID person, UUID title, UUID unit, LocalDate date) implements TrainingFact {}

  /** What a code or a name belongs to. */
  enum Register {
    THEME,
    COURSE,
    TITLE
  }

  /** Something has this code. */
  record Coded(Register register, UUID id, String code) implements TrainingFact {}

  /** Something bears this name from a day on. */
  record Named(Register register, UUID id, long sequence, LocalDate from, String name)
      implements TrainingFact {}

  /** A competency is taught or demanded: its code is no slip of the hand. */
  record Spoken(String competency) implements TrainingFact {}

  /** So many hold a title at every unit of a level from a day on. */
  record Seats(UUID title, UnitLevel level, long sequence, LocalDate from, int seats)
      implements TrainingFact {}

  /** A title has no seats any more from a day on. */
  record Retired(UUID title, LocalDate on) implements TrainingFact {}
}
