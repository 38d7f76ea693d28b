package vn.sen.training.trainingclass;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.org.Split;
import vn.sen.events.training.ClassPlan;
import vn.sen.events.training.ClassSession;

/**
 * What a class is to be.
 *
 * @param place where it is held, in words
 * @param coOrganiser who holds it together with the organiser, in words: for instance a district's
 *     political training centre; or null
 * @param audience whom it is for, in words
 * @param via the successors that splits of the organiser assigned the class to; usually empty
 */
public record Outline(
    ClassPlan plan, String place, @Nullable String coOrganiser, String audience, List<UUID> via) {

  public Outline {
    via = via == null ? List.of() : List.copyOf(via);
  }

  private static final Comparator<ClassSession> IN_TIME =
      Comparator.comparing(ClassSession::date).thenComparing(ClassSession::part);

  /**
   * The same, having made sure that it can be.
   *
   * @throws ClassRules.SessionsOutOfOrder if a session does not come after the one before it
   */
  Outline checked() {
    var sessions = plan.sessions();
    for (int i = 1; i < sessions.size(); i++) {
      if (IN_TIME.compare(sessions.get(i - 1), sessions.get(i)) >= 0) {
        throw new ClassRules.SessionsOutOfOrder(i);
      }
    }
    return this;
  }

  /** The first day. */
  public LocalDate begin() {
    return plan.sessions().getFirst().date();
  }

  /** The last day. */
  public LocalDate end() {
    return plan.sessions().getLast().date();
  }

  /**
   * A session.
   *
   * @param number from 1
   * @throws ClassRules.SessionUnknown if there is none of the number
   */
  ClassSession session(int number) {
    if (number < 1 || number > plan.sessions().size()) {
      throw new ClassRules.SessionUnknown(plan.sessions().size());
    }
    return plan.sessions().get(number - 1);
  }

  /** The last day of the competency of those who pass; null for ever. */
  @Nullable LocalDate competentUntil() {
    var months = plan.validMonths();
    return months == null ? null : end().plusMonths(months).minusDays(1);
  }

  /** Whether who passes gains the same competency for the same days. */
  boolean givesTheSameAs(Outline other) {
    return end().equals(other.end())
        && Objects.equals(plan.competency(), other.plan.competency())
        && Objects.equals(competentUntil(), other.competentUntil());
  }

  /**
   * In the place of an earlier outline: if it begins on the same day, it gives what it gave, even
   * if another edition of the course holds for that day by now.
   */
  Outline after(Outline before) {
    if (!begin().equals(before.begin())) {
      return this;
    }
    return new Outline(
        new ClassPlan(
            plan.courseId(),
            plan.themeId(),
            plan.unitId(),
            plan.sessions(),
            plan.budget(),
            plan.source(),
            plan.programme(),
            plan.planLineId(),
            before.plan.competency(),
            before.plan.validMonths()),
        place,
        coOrganiser,
        audience,
        via);
  }

  Outline assignedTo(UUID successor, List<Split> splits) {
    return new Outline(plan, place, coOrganiser, audience, Split.following(via, successor, splits));
  }
}
