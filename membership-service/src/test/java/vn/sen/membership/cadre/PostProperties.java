package vn.sen.membership.cadre;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.PostChange;
import vn.sen.events.membership.PostEvent;
import vn.sen.events.membership.TermEnd;
import vn.sen.events.membership.TermReview;
import vn.sen.membership.cadre.Term.Review;
import vn.sen.membership.member.Member;
import vn.sen.membership.member.Standing;
import vn.sen.membership.member.Standing.Departure;
import vn.sen.membership.member.Standing.Span;
import vn.sen.membership.orgunit.UnitsMother;
import vn.sen.membership.title.TitleMother;

/** Whatever is commanded in whatever order, the seats hold and the events add up. */
class PostProperties {

  private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
  private static final int DAYS = 60;
  private static final int SEATS = 2;

  private static final UnitsMother MAP = new UnitsMother();
  private static final UUID COMMUNE = MAP.commune();
  private static final UUID TITLE = UUID.randomUUID();
  private static final Frame FRAME =
      new Frame(
          MAP.unit(COMMUNE).orElseThrow(), TitleMother.withSeats(SEATS), FIRST.plusDays(DAYS));

  private static final List<Standing> PEOPLE =
      List.of(
          person(new Span(FIRST.minusYears(9), null)),
          person(new Span(FIRST.minusYears(9), null)),
          person(
              new Span(FIRST.minusYears(9), new Departure(FIRST.plusDays(30), Flow.RESIGNATION)),
              new Span(FIRST.plusDays(40), null)));

  private static Standing person(Span... spans) {
    return new Standing(
        UUID.randomUUID(), Member.Status.ACTIVE, "Lan", COMMUNE, List.of(), List.of(spans));
  }

  /** A command against whatever post there is. */
  private interface Command {
    Decision<Post> to(Post post);
  }

  private static Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(0, DAYS).map(FIRST::plusDays);
  }

  /** One of the terms there are. */
  private static Decision<Post> picked(
      Post post, int which, Function<Term, Decision<Post>> command) {
    return post.terms().isEmpty()
        ? Decision.nothing(post)
        : command.apply(post.terms().get(which % post.terms().size()));
  }

  private static Standing whoHolds(Term term) {
    return PEOPLE.stream().filter(p -> p.id().equals(term.personId())).findFirst().orElseThrow();
  }

  @Provide
  static Arbitrary<List<Command>> commands() {
    var which = Arbitraries.integers().between(0, 20);
    var people = Arbitraries.of(PEOPLE);
    Arbitrary<Command> appoint =
        Combinators.combine(people, days())
            .as((person, day) -> post -> post.appoint(UUID.randomUUID(), person, day, null, FRAME));
    Arbitrary<Command> end =
        Combinators.combine(which, days())
            .as(
                (i, day) ->
                    post ->
                        picked(
                            post, i, t -> post.end(t.id(), day, TermEnd.RESIGNED, FRAME.today())));
    Arbitrary<Command> correct =
        Combinators.combine(which, days(), days().injectNull(0.3))
            .as(
                (i, from, ended) ->
                    post ->
                        picked(
                            post,
                            i,
                            t -> post.correct(t.id(), whoHolds(t), from, null, ended, FRAME)));
    Arbitrary<Command> others =
        Combinators.combine(which, people, days())
            .as(
                (i, person, day) ->
                    post ->
                        switch (i % 4) {
                          case 0 -> picked(post, i, t -> post.withdraw(t.id()));
                          case 1 -> post.endWithMembership(person);
                          case 2 -> post.askReview(person.id(), new Review(TermReview.MOVED, day));
                          default -> post.endWithUnit(day);
                        });
    return Arbitraries.frequencyOf(
            Tuple.of(6, appoint), Tuple.of(4, end), Tuple.of(3, correct), Tuple.of(1, others))
        .list()
        .ofMaxSize(25);
  }

  @Property(tries = 400)
  void on_no_day_more_hold_the_title_than_there_are_seats_and_nobody_twice(
      @ForAll("commands") List<Command> commands) {
    var post = after(commands, new ArrayList<>());

    IntStream.rangeClosed(0, DAYS)
        .mapToObj(FIRST::plusDays)
        .forEach(
            day ->
                assertThat(post.heldOn(day))
                    .hasSizeLessThanOrEqualTo(SEATS)
                    .extracting(Term::personId)
                    .doesNotHaveDuplicates());
  }

  @Property(tries = 400)
  void the_changes_of_all_events_say_who_holds_it_on_every_day(
      @ForAll("commands") List<Command> commands) {
    // given
    var told = new ArrayList<PostChange>();
    // when
    var post = after(commands, told);
    // then
    IntStream.rangeClosed(-1, DAYS)
        .mapToObj(FIRST::plusDays)
        .forEach(
            day -> {
              Map<UUID, Integer> inPost = new HashMap<>();
              told.stream()
                  .filter(change -> !change.date().isAfter(day))
                  .forEach(
                      c ->
                          inPost.merge(
                              c.personId(), c.delta(), (a, b) -> a + b == 0 ? null : a + b));
              Map<UUID, Integer> held = new HashMap<>();
              post.heldOn(day).forEach(term -> held.put(term.personId(), 1));
              assertThat(inPost).as("%s", day).isEqualTo(held);
            });
  }

  private static Post after(List<Command> commands, List<PostChange> told) {
    var post = Post.untouched(COMMUNE, TITLE);
    for (var command : commands) {
      try {
        var decision = command.to(post);
        decision.events().forEach(e -> told.addAll(((PostEvent) e).changes()));
        post = decision.state();
      } catch (RuleViolation refused) {
        assertThat(refused.rule()).isNotBlank();
      }
    }
    return post;
  }
}
