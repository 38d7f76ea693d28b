package vn.sen.membership.cadre;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.events.membership.ProfessionalLevel;
import vn.sen.events.membership.TermEnd;
import vn.sen.events.membership.TheoryLevel;

/** Everything that is held about a member as a cadre, for herself to see. */
@Component
public class CadreRecords {

  private final Posts posts;
  private final People people;

  CadreRecords(Posts posts, People people) {
    this.posts = posts;
    this.people = people;
  }

  /** What is held; empty lists where nothing is. */
  public record HeldCadre(
      List<HeldTerm> terms,
      List<HeldTheory> theory,
      List<HeldProfession> professional,
      List<HeldCompetency> competencies) {}

  /**
   * A term of hers.
   *
   * @param until the last day as planned
   * @param endedOn the first day on which she did not hold the title any more, null while she does
   */
  public record HeldTerm(
      UUID id,
      UUID unitId,
      UUID titleId,
      LocalDate from,
      @Nullable LocalDate until,
      @Nullable LocalDate endedOn,
      @Nullable TermEnd reason) {

    private static HeldTerm of(Post post, Term term) {
      var ending = term.ending();
      return new HeldTerm(
          term.id(),
          post.unitId(),
          post.titleId(),
          term.from(),
          term.until(),
          ending == null ? null : ending.on(),
          ending == null ? null : ending.reason());
    }
  }

  /**
   * @param level null where she has none, after all
   */
  public record HeldTheory(@Nullable TheoryLevel level, LocalDate from) {}

  /**
   * @param level null where she has none, after all
   */
  public record HeldProfession(@Nullable ProfessionalLevel level, LocalDate from) {}

  /**
   * What a class gave her.
   *
   * @param until the last day, null for ever
   */
  public record HeldCompetency(String code, LocalDate from, @Nullable LocalDate until) {}

  public HeldCadre held(UUID person) {
    var stated = people.stated(person).state();
    return new HeldCadre(
        terms(person),
        stated.theory().stream().map(t -> new HeldTheory(t.level(), t.from())).toList(),
        stated.professional().stream().map(p -> new HeldProfession(p.level(), p.from())).toList(),
        people.trained(person).stream()
            .map(c -> new HeldCompetency(c.code(), c.from(), c.until()))
            .toList());
  }

  /** All her terms, whatever the unit, by first day. */
  List<HeldTerm> terms(UUID person) {
    return posts.heldBy(person).stream()
        .flatMap(
            post ->
                post.state().terms().stream()
                    .filter(term -> term.personId().equals(person))
                    .map(term -> HeldTerm.of(post.state(), term)))
        .sorted(Comparator.comparing(HeldTerm::from))
        .toList();
  }
}
