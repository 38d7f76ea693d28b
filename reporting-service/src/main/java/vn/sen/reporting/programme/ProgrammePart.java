package vn.sen.reporting.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sen.reporting.activity.ActivityPart;
import vn.sen.reporting.communitygroup.GroupPart;
import vn.sen.reporting.lending.LendingPart;
import vn.sen.reporting.reading.Unit;
import vn.sen.reporting.training.CoveragePart;
import vn.sen.reporting.training.TrainingPart;

/**
 * What a figure of a programme is made of: a number that was stated, or what a rule counts. Only
 * one of these is there.
 *
 * @param stated a target, or a stated result
 * @param training of classes and who took part
 * @param group of community groups
 * @param activity of activities and who came
 * @param loan of loans and households
 * @param cadre of people in post
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProgrammePart(
    @Nullable StatedNumber stated,
    @Nullable TrainingPart training,
    @Nullable GroupPart group,
    @Nullable ActivityPart activity,
    @Nullable LendingPart loan,
    @Nullable CoveragePart cadre) {

  /**
   * A number that was stated.
   *
   * @param unit for which it was stated
   * @param date for which it was stated; the first day of a target's year
   */
  public record StatedNumber(Unit unit, LocalDate date) {}

  static ProgrammePart of(StatedNumber stated) {
    return new ProgrammePart(stated, null, null, null, null, null);
  }

  static ProgrammePart of(TrainingPart training) {
    return new ProgrammePart(null, training, null, null, null, null);
  }

  static ProgrammePart of(GroupPart group) {
    return new ProgrammePart(null, null, group, null, null, null);
  }

  static ProgrammePart of(ActivityPart activity) {
    return new ProgrammePart(null, null, null, activity, null, null);
  }

  static ProgrammePart of(LendingPart loan) {
    return new ProgrammePart(null, null, null, null, loan, null);
  }

  static ProgrammePart of(CoveragePart cadre) {
    return new ProgrammePart(null, null, null, null, null, cadre);
  }
}
