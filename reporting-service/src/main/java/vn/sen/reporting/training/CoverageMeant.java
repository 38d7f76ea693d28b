package vn.sen.reporting.training;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.reporting.training.TrainingFact.Register;

/** Which posts and which training a report of coverage is asked for, by ids; null for all. */
record CoverageMeant(@Nullable UUID title, @Nullable UUID theme) {

  /**
   * What a query means.
   *
   * @throws vn.sen.chassis.domain.RuleViolation naming the parameter that names nothing
   */
  static CoverageMeant by(CoverageQuery query, TrainingSnapshot snapshot) {
    if (query.competency() != null && !snapshot.spoken().contains(query.competency())) {
      throw new CompetencyUnknown();
    }
    return new CoverageMeant(title(query.title(), snapshot), theme(query.theme(), snapshot));
  }

  static @Nullable UUID title(@Nullable String codeOrId, TrainingSnapshot snapshot) {
    return codeOrId == null
        ? null
        : snapshot.find(Register.TITLE, codeOrId).orElseThrow(TitleUnknown::new);
  }

  private static @Nullable UUID theme(@Nullable String codeOrId, TrainingSnapshot snapshot) {
    return codeOrId == null
        ? null
        : snapshot.find(Register.THEME, codeOrId).orElseThrow(ThemeUnknown::new);
  }

  boolean isTitle(UUID one) {
    return title == null || title.equals(one);
  }
}
