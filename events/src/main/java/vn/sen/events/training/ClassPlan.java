package vn.sen.events.training;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a class is to be, as far as others count by it. Place and co-organiser stay in the training
 * service.
 *
 * @param courseId the course
 * @param themeId the course's theme
 * @param unitId the organiser
 * @param sessions in order, at least one
 * @param budget in đồng
 * @param source where the budget comes from
 * @param programme the code of the programme it belongs to, or null
 * @param planLineId the need of a training plan that it answers, or null
 * @param competency the code of what those who pass are competent in, or null
 * @param validMonths how long the competency lasts; null for ever
 */
public record ClassPlan(
    UUID courseId,
    UUID themeId,
    UUID unitId,
    List<ClassSession> sessions,
    long budget,
    BudgetSource source,
    @Nullable String programme,
    @Nullable UUID planLineId,
    @Nullable String competency,
    @Nullable Integer validMonths) {

  public ClassPlan {
    sessions = sessions == null ? List.of() : List.copyOf(sessions);
  }
}
