package vn.sen.membership.cadre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.PostChange;
import vn.sen.events.membership.PostEvent.PersonAppointed;
import vn.sen.events.membership.PostEvent.TermCorrected;
import vn.sen.events.membership.PostEvent.TermEnded;
import vn.sen.events.membership.PostEvent.TermReviewAsked;
import vn.sen.events.membership.PostEvent.TermReviewed;
import vn.sen.events.membership.PostEvent.TermWithdrawn;
import vn.sen.events.membership.TermEnd;
import vn.sen.events.membership.TermReview;
import vn.sen.membership.cadre.Term.Review;
import vn.sen.membership.member.Member;
import vn.sen.membership.member.Standing;
import vn.sen.membership.member.Standing.Departure;
import vn.sen.membership.member.Standing.Span;
import vn.sen.membership.orgunit.UnitRules;
import vn.sen.membership.orgunit.UnitsMother;
import vn.sen.membership.title.Title;
import vn.sen.membership.title.TitleMother;

class PostTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 8);
  private static final LocalDate BEGAN = LocalDate.of(2021, 5, 20);
  private static final LocalDate PLANNED = LocalDate.of(2026, 5, 20);
  private static final LocalDate MERGED = LocalDate.of(2025, 7, 1);

  private static final UUID TERM = UUID.randomUUID();
  private static final UUID OTHER_TERM = UUID.randomUUID();

  private final UnitsMother map = new UnitsMother();
  private final UUID commune = map.commune();
  private final UUID titleId = UUID.randomUUID();
  private final Standing hoa = member(null);
  private final Standing lan = member(null);
  private final Post vacant = Post.untouched(commune, titleId);

  private Title title = TitleMother.chair();

  private Standing member(@Nullable Departure departure) {
    return new Standing(
        UUID.randomUUID(),
        Member.Status.ACTIVE,
        "Nguyễn Thị Hòa",
        commune,
        List.of(),
        List.of(new Span(LocalDate.of(2010, 3, 8), departure)));
  }

  private Frame frame() {
    return new Frame(map.unit(commune).orElseThrow(), title, TODAY);
  }

  private Decision<Post> appoint(Post post, UUID term, Standing person, LocalDate from) {
    return post.appoint(term, person, from, null, frame());
  }

  private Post held() {
    return appoint(vacant, TERM, hoa, BEGAN).state();
  }

  private PostChange change(LocalDate day, Standing person, int delta) {
    return new PostChange(day, titleId, commune, person.id(), delta);
  }

  private static void refuses(Class<? extends RuleViolation> rule, String at, ThrowingCallable c) {
    assertThatThrownBy(c)
        .isInstanceOfSatisfying(rule, e -> assertThat(((RuleViolation) e).pointer()).isEqualTo(at));
  }

  @Nested
  class Appointing {

    @Test
    void a_member_counts_in_post_from_her_first_day_on() {
      // when
      var decision = vacant.appoint(TERM, hoa, BEGAN, PLANNED, frame());
      // then
      assertThat(decision.events())
          .isEqualTo(
              List.of(
                  new PersonAppointed(
                      TERM,
                      titleId,
                      commune,
                      hoa.id(),
                      BEGAN,
                      PLANNED,
                      List.of(change(BEGAN, hoa, +1)))));
      assertThat(decision.state().heldOn(BEGAN)).hasSize(1);
      assertThat(decision.state().heldOn(BEGAN.minusDays(1))).isEmpty();
    }

    @Test
    void the_planned_end_ends_nothing() {
      var post = vacant.appoint(TERM, hoa, BEGAN, BEGAN.plusYears(1), frame()).state();
      assertThat(post.heldOn(TODAY)).hasSize(1);
    }

    @Test
    void nobody_is_appointed_to_a_seat_that_is_taken() {
      refuses(
          PostRules.SeatsTaken.class,
          "/from",
          () -> appoint(held(), OTHER_TERM, lan, BEGAN.plusYears(1)));
      // nor before, so that two would hold it later
      refuses(
          PostRules.SeatsTaken.class,
          "/from",
          () -> appoint(held(), OTHER_TERM, lan, BEGAN.minusYears(1)));
    }

    @Test
    void the_seat_is_free_from_the_day_on_which_she_does_not_hold_it() {
      var ended = held().end(TERM, MERGED, TermEnd.RESIGNED, TODAY).state();

      assertThat(appoint(ended, OTHER_TERM, lan, MERGED).state().heldOn(MERGED))
          .extracting(Term::personId)
          .containsExactly(lan.id());
      refuses(
          PostRules.SeatsTaken.class,
          "/from",
          () -> appoint(ended, OTHER_TERM, lan, MERGED.minusDays(1)));
    }

    @Test
    void where_seats_become_fewer_who_holds_the_title_stays() {
      // given two in post, and one seat from then on
      title = TitleMother.withSeats(2);
      var two = appoint(held(), OTHER_TERM, lan, BEGAN).state();
      title = TitleMother.withSeatsFrom(title, 1, MERGED);
      // then both stay, and nobody joins them
      assertThat(two.heldOn(TODAY)).hasSize(2);
      refuses(
          PostRules.SeatsTaken.class,
          "/from",
          () -> appoint(two, UUID.randomUUID(), member(null), MERGED));
    }

    @Test
    void nobody_holds_one_title_twice_at_a_time() {
      title = TitleMother.withSeats(2);
      refuses(
          PostRules.AlreadyInPost.class,
          "/from",
          () -> appoint(held(), OTHER_TERM, hoa, BEGAN.plusDays(1)));
    }

    @Test
    void only_members_are_appointed_and_only_where_the_title_is_held() {
      refuses(
          PostRules.NoMemberThen.class,
          "/personId",
          () -> appoint(vacant, TERM, hoa, LocalDate.of(2010, 3, 7)));
      refuses(
          PostRules.TitleNotHeldThere.class,
          "/from",
          () -> appoint(vacant, TERM, hoa, LocalDate.of(1999, 12, 31)));
      refuses(
          UnitRules.UnitNotInForce.class,
          "/from",
          () -> appoint(vacant, TERM, hoa, LocalDate.of(1989, 12, 31)));
    }

    @Test
    void days_are_in_order_and_not_to_come() {
      refuses(
          PostRules.TermInTheFuture.class,
          "/from",
          () -> appoint(vacant, TERM, hoa, TODAY.plusDays(1)));
      refuses(
          PostRules.PlannedEndBeforeBegin.class,
          "/until",
          () -> vacant.appoint(TERM, hoa, BEGAN, BEGAN.minusDays(1), frame()));
    }

    @Test
    void a_term_of_the_past_ended_with_the_unit_or_the_membership() {
      // given
      var died = member(new Departure(MERGED.minusMonths(1), Flow.DEATH));
      map.closed(commune, MERGED);
      // when entered late
      var withUnit = appoint(vacant, TERM, hoa, BEGAN);
      var withMembership = appoint(vacant, TERM, died, BEGAN);
      // then
      assertThat(withUnit.events().getLast())
          .isEqualTo(
              new TermEnded(
                  TERM,
                  titleId,
                  commune,
                  hoa.id(),
                  TermEnd.UNIT_CLOSED,
                  MERGED,
                  List.of(change(MERGED, hoa, -1))));
      assertThat(withMembership.events().getLast())
          .isEqualTo(
              new TermEnded(
                  TERM,
                  titleId,
                  commune,
                  died.id(),
                  TermEnd.DIED,
                  MERGED.minusMonths(1),
                  List.of(change(MERGED.minusMonths(1), died, -1))));
      assertThat(withUnit.state().heldOn(MERGED.minusDays(1))).hasSize(1);
      assertThat(withUnit.state().heldOn(MERGED)).isEmpty();
    }
  }

  @Nested
  class Ending {

    @Test
    void she_drops_out_on_the_day_on_which_she_does_not_hold_it() {
      assertThat(held().end(TERM, MERGED, TermEnd.RETIRED, TODAY).events())
          .isEqualTo(
              List.of(
                  new TermEnded(
                      TERM,
                      titleId,
                      commune,
                      hoa.id(),
                      TermEnd.RETIRED,
                      MERGED,
                      List.of(change(MERGED, hoa, -1)))));
    }

    @Test
    void it_is_said_once_and_in_order() {
      var ended = held().end(TERM, MERGED, TermEnd.RETIRED, TODAY).state();

      assertThat(ended.end(TERM, MERGED, TermEnd.RETIRED, TODAY).events()).isEmpty();
      refuses(
          PostRules.TermAlreadyEnded.class,
          "",
          () -> ended.end(TERM, MERGED, TermEnd.RESIGNED, TODAY));
      refuses(
          PostRules.EndBeforeBegin.class,
          "/on",
          () -> held().end(TERM, BEGAN, TermEnd.RETIRED, TODAY));
      refuses(
          PostRules.TermInTheFuture.class,
          "/on",
          () -> held().end(TERM, TODAY.plusDays(1), TermEnd.RETIRED, TODAY));
      refuses(
          PostRules.TermUnknown.class,
          "",
          () -> held().end(OTHER_TERM, MERGED, TermEnd.RETIRED, TODAY));
    }

    @Test
    void with_the_unit_all_terms_end_that_lasted_until_then() {
      // given one in post, and one who had left before
      title = TitleMother.withSeats(2);
      var gone = MERGED.minusYears(1);
      var post =
          appoint(held(), OTHER_TERM, lan, BEGAN)
              .state()
              .end(OTHER_TERM, gone, TermEnd.RESIGNED, TODAY)
              .state();
      // when
      var decision = post.endWithUnit(MERGED);
      // then
      assertThat(decision.events())
          .isEqualTo(
              List.of(
                  new TermEnded(
                      TERM,
                      titleId,
                      commune,
                      hoa.id(),
                      TermEnd.UNIT_CLOSED,
                      MERGED,
                      List.of(change(MERGED, hoa, -1)))));
      assertThat(decision.state().endWithUnit(MERGED).events()).isEmpty();
    }

    @Test
    void a_term_that_began_after_the_unit_had_ended_never_counted() {
      // when the redrawing is told late
      var decision = held().endWithUnit(BEGAN.minusDays(3));
      // then
      assertThat(((TermEnded) decision.events().getFirst()).changes())
          .containsExactly(change(BEGAN, hoa, -1));
      assertThat(decision.state().heldOn(BEGAN)).isEmpty();
    }

    @Test
    void with_a_membership_the_terms_end_that_began_in_it() {
      // given a member who left and came again
      var again =
          new Standing(
              hoa.id(),
              Member.Status.ACTIVE,
              hoa.fullName(),
              commune,
              List.of(),
              List.of(
                  new Span(
                      LocalDate.of(2010, 3, 8),
                      new Departure(LocalDate.of(2022, 1, 1), Flow.RESIGNATION)),
                  new Span(LocalDate.of(2023, 1, 1), null)));
      var second = LocalDate.of(2023, 2, 1);
      var post = vacant.appoint(OTHER_TERM, again, second, null, frame()).state();
      post = post.appoint(TERM, again, BEGAN, null, frame()).state();
      // then only the first one ended
      assertThat(post.term(TERM).ending())
          .isEqualTo(new Term.Ending(LocalDate.of(2022, 1, 1), TermEnd.LEFT));
      assertThat(post.endWithMembership(again).events()).isEmpty();
      assertThat(post.heldOn(TODAY)).extracting(Term::id).containsExactly(OTHER_TERM);
    }
  }

  @Nested
  class Correcting {

    @Test
    void the_event_takes_back_what_was_told_and_tells_what_is_so() {
      // given
      var ended = held().end(TERM, MERGED, TermEnd.RETIRED, TODAY).state();
      var from = BEGAN.plusDays(10);
      // when
      var decision = ended.correct(TERM, hoa, from, PLANNED, MERGED.minusDays(1), frame());
      // then
      assertThat(decision.events())
          .isEqualTo(
              List.of(
                  new TermCorrected(
                      TERM,
                      titleId,
                      commune,
                      hoa.id(),
                      from,
                      PLANNED,
                      MERGED.minusDays(1),
                      List.of(
                          change(BEGAN, hoa, -1),
                          change(from, hoa, +1),
                          change(MERGED.minusDays(1), hoa, -1),
                          change(MERGED, hoa, +1)))));
    }

    @Test
    void an_end_that_was_none_is_taken_back() {
      var ended = held().end(TERM, MERGED, TermEnd.RETIRED, TODAY).state();

      var open = ended.correct(TERM, hoa, BEGAN, null, null, frame());

      assertThat(((TermCorrected) open.events().getFirst()).changes())
          .containsExactly(change(MERGED, hoa, +1));
      assertThat(open.state().heldOn(TODAY)).hasSize(1);
    }

    @Test
    void what_is_so_already_changes_nothing() {
      assertThat(held().correct(TERM, hoa, BEGAN, null, null, frame()).events()).isEmpty();
    }

    @Test
    void it_keeps_the_rules_of_appointing() {
      // given two after each other
      var post = held().end(TERM, MERGED, TermEnd.RETIRED, TODAY).state();
      var both = appoint(post, OTHER_TERM, lan, MERGED).state();

      refuses(
          PostRules.SeatsTaken.class,
          "/from",
          () -> both.correct(OTHER_TERM, lan, MERGED.minusDays(1), null, null, frame()));
      refuses(
          PostRules.SeatsTaken.class,
          "/from",
          () -> both.correct(TERM, hoa, BEGAN, null, null, frame()));
      refuses(
          PostRules.TermNotEnded.class,
          "/endedOn",
          () -> both.correct(OTHER_TERM, lan, MERGED, null, TODAY, frame()));
      refuses(
          PostRules.EndBeforeBegin.class,
          "/endedOn",
          () -> both.correct(TERM, hoa, BEGAN, null, BEGAN, frame()));
    }
  }

  @Test
  void a_term_entered_by_mistake_never_counted() {
    var decision = held().withdraw(TERM);

    assertThat(decision.events())
        .isEqualTo(
            List.of(
                new TermWithdrawn(
                    TERM, titleId, commune, hoa.id(), BEGAN, List.of(change(BEGAN, hoa, -1)))));
    assertThat(decision.state().terms()).isEmpty();
  }

  @Test
  void who_moved_away_stays_until_somebody_has_looked() {
    // when
    var asked = held().askReview(hoa.id(), new Review(TermReview.MOVED, MERGED));
    // then
    assertThat(asked.events())
        .isEqualTo(
            List.of(
                new TermReviewAsked(TERM, titleId, commune, hoa.id(), TermReview.MOVED, MERGED)));
    assertThat(asked.state().heldOn(TODAY)).hasSize(1);
    assertThat(asked.state().askReview(hoa.id(), new Review(TermReview.MOVED, MERGED)).events())
        .isEmpty();
    assertThat(held().askReview(lan.id(), new Review(TermReview.MOVED, MERGED)).events()).isEmpty();
    // and when she stays
    var kept = asked.state().keep(TERM, TODAY);
    assertThat(kept.events())
        .isEqualTo(List.of(new TermReviewed(TERM, titleId, commune, hoa.id(), TODAY)));
    refuses(PostRules.NoReviewAsked.class, "", () -> kept.state().keep(TERM, TODAY));
    // or goes
    assertThat(asked.state().end(TERM, TODAY, TermEnd.LEFT, TODAY).state().term(TERM).review())
        .isNull();
  }
}
