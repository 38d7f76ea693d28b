package vn.sen.membership.cadre;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.ProfessionalLevel;
import vn.sen.events.membership.TheoryLevel;
import vn.sen.membership.title.Standard;

/**
 * What the standard of a title demands and its holder lacks.
 *
 * @param theory the level she has not reached; null where none is lacking
 * @param professional the level she has not reached; null where none is lacking
 * @param competencies codes of what she was not trained for, or not any more, in order
 */
record Gap(
    @Nullable TheoryLevel theory,
    @Nullable ProfessionalLevel professional,
    List<String> competencies) {

  /** Nothing is lacking. */
  static final Gap NONE = new Gap(null, null, List.of());

  /**
   * What somebody is qualified for on a day.
   *
   * @param competencies codes of what she was trained for, as far as that lasts
   */
  record Qualified(
      @Nullable TheoryLevel theory,
      @Nullable ProfessionalLevel professional,
      Set<String> competencies) {}

  static Gap between(Standard standard, Qualified has) {
    return new Gap(
        lacking(standard.theory(), has.theory()),
        lacking(standard.professional(), has.professional()),
        standard.competencies().stream().filter(c -> !has.competencies().contains(c)).toList());
  }

  private static <L extends Enum<L>> @Nullable L lacking(@Nullable L demanded, @Nullable L has) {
    return demanded == null || has != null && has.compareTo(demanded) >= 0 ? null : demanded;
  }
}
