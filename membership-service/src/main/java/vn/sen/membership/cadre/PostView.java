package vn.sen.membership.cadre;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.TermEnd;
import vn.sen.events.membership.TermReview;
import vn.sen.membership.member.Standing;

/**
 * A post with who holds it.
 *
 * @param version what a change must name in If-Match; 0 while nobody ever held it
 * @param title what it was called on the day
 * @param seats how many can hold it on the day
 * @param vacant how many of them nobody holds
 * @param terms by first day
 */
record PostView(
    UUID unitId,
    String unit,
    UUID titleId,
    String code,
    String title,
    long version,
    int seats,
    int vacant,
    List<TermView> terms) {

  /**
   * A term.
   *
   * @param name her name; a dash where her data was erased
   * @param from the first day
   * @param until the last day as planned
   * @param endedOn the first day on which she did not hold the title any more, null while she does
   * @param reason why she does not
   * @param review why somebody has to look at the term
   */
  record TermView(
      UUID id,
      UUID personId,
      String name,
      LocalDate from,
      @Nullable LocalDate until,
      @Nullable LocalDate endedOn,
      @Nullable TermEnd reason,
      @Nullable TermReview review) {

    static TermView of(Term term, Map<UUID, Standing> people) {
      var person = people.get(term.personId());
      var ending = term.ending();
      return new TermView(
          term.id(),
          term.personId(),
          person == null ? Standing.NOBODY : person.fullName(),
          term.from(),
          term.until(),
          ending == null ? null : ending.on(),
          ending == null ? null : ending.reason(),
          term.review() == null ? null : term.review().reason());
    }
  }

  /**
   * @param shown the terms to show
   * @param people those who hold them, as far as there are records of them
   */
  static PostView of(PostOnDay post, List<Term> shown, Map<UUID, Standing> people) {
    return new PostView(
        post.unit().id(),
        post.unit().nameOn(post.day()),
        post.titleId(),
        post.title().code(),
        post.title().nameOn(post.day()),
        post.version(),
        post.seats(),
        post.vacant(),
        shown.stream()
            .sorted(Comparator.comparing(Term::from))
            .map(term -> TermView.of(term, people))
            .toList());
  }
}
