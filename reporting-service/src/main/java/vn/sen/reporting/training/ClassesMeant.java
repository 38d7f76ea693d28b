package vn.sen.reporting.training;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.training.ClassPlace;
import vn.sen.events.training.ParticipantCategory;
import vn.sen.reporting.reading.Leaf;
import vn.sen.reporting.reading.RowChoice;
import vn.sen.reporting.reading.Territory;
import vn.sen.reporting.training.ClassPart.Spot;
import vn.sen.reporting.training.TrainingFact.Register;

/** Which of what classes count for belongs to a part of a report. */
final class ClassesMeant {

  private final TrainingSnapshot snapshot;
  private final Territory territory;
  private final RowChoice row;
  private final TrainingSection section;
  private final @Nullable String programme;
  private final @Nullable UUID theme;
  private final @Nullable UUID course;
  private final @Nullable UUID sectionTheme;
  private final @Nullable UUID sectionCourse;

  /**
   * @throws vn.sen.chassis.domain.RuleViolation naming the parameter that names nothing
   */
  ClassesMeant(
      TrainingSnapshot snapshot,
      Territory territory,
      RowChoice row,
      TrainingQuery.Selection selection,
      TrainingSection section) {
    this.snapshot = snapshot;
    this.territory = territory;
    this.row = row;
    this.section = section;
    this.programme = selection.programme();
    this.theme = theme(selection.theme());
    this.course = course(selection.course());
    this.sectionTheme = theme(section.theme());
    this.sectionCourse = course(section.course());
  }

  private @Nullable UUID theme(@Nullable String codeOrId) {
    return codeOrId == null
        ? null
        : snapshot.find(Register.THEME, codeOrId).orElseThrow(ThemeUnknown::new);
  }

  private @Nullable UUID course(@Nullable String codeOrId) {
    return codeOrId == null
        ? null
        : snapshot.find(Register.COURSE, codeOrId).orElseThrow(CourseUnknown::new);
  }

  boolean holds(Spot spot) {
    return holds(
        snapshot.themes().get(spot.theme()),
        snapshot.courses().get(spot.course()),
        spot.programme() == ClassPart.NONE ? null : snapshot.programmes().get(spot.programme()),
        snapshot.leaves().get(spot.leaf()),
        spot.category());
  }

  boolean holds(ClassPlace place) {
    return holds(
        place.themeId(),
        place.courseId(),
        place.programme(),
        new Leaf(place.unitId(), place.via()),
        place.category());
  }

  private boolean holds(
      UUID ofTheme,
      UUID ofCourse,
      @Nullable String ofProgramme,
      Leaf leaf,
      @Nullable ParticipantCategory category) {
    return is(theme, ofTheme)
        && is(sectionTheme, ofTheme)
        && is(course, ofCourse)
        && is(sectionCourse, ofCourse)
        && is(programme, ofProgramme)
        && isNamed(section.programme(), ofProgramme)
        && isNamed(section.category(), category == null ? null : category.name())
        && row.holds(territory.place(leaf));
  }

  private static boolean is(@Nullable Object asked, @Nullable Object known) {
    return asked == null || asked.equals(known);
  }

  private static boolean isNamed(@Nullable String asked, @Nullable String known) {
    return TrainingSection.NONE.equals(asked) ? known == null : is(asked, known);
  }
}
