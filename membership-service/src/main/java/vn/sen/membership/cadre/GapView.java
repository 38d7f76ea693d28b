package vn.sen.membership.cadre;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.ProfessionalLevel;
import vn.sen.events.membership.TheoryLevel;
import vn.sen.membership.cadre.Gaps.Measured;
import vn.sen.membership.member.Standing;

/**
 * Somebody in post, measured by the standard of her title on a day.
 *
 * @param name her name; a dash where her data was erased
 * @param since the first day of her term
 * @param standard where the standard is written
 * @param demands what it demands
 * @param has what she is qualified for, of what it speaks of
 * @param lacks what she lacks of it; nothing where she meets it
 */
record GapView(
    UUID personId,
    String name,
    UUID unitId,
    String unit,
    UUID titleId,
    String code,
    String title,
    LocalDate since,
    String standard,
    Levels demands,
    Levels has,
    Levels lacks) {

  /**
   * What is demanded, reached or lacking.
   *
   * @param competencies codes of what classes give
   */
  record Levels(
      @Nullable TheoryLevel theory,
      @Nullable ProfessionalLevel professional,
      List<String> competencies) {}

  /**
   * @param people those measured, as far as there are records of them
   */
  static GapView of(Measured measured, Map<UUID, Standing> people) {
    var post = measured.post();
    var person = people.get(measured.term().personId());
    var standard = measured.standard();
    var has = measured.has();
    var gap = measured.gap();
    return new GapView(
        measured.term().personId(),
        person == null ? Standing.NOBODY : person.fullName(),
        post.unit().id(),
        post.unit().nameOn(post.day()),
        post.titleId(),
        post.title().code(),
        post.title().nameOn(post.day()),
        measured.term().from(),
        standard.source(),
        new Levels(standard.theory(), standard.professional(), standard.competencies()),
        new Levels(
            has.theory(),
            has.professional(),
            standard.competencies().stream().filter(has.competencies()::contains).toList()),
        new Levels(gap.theory(), gap.professional(), gap.competencies()));
  }
}
