package vn.sen.membership.cadre;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.membership.PostChange;
import vn.sen.events.membership.PostEvent;
import vn.sen.events.membership.PostEvent.PersonAppointed;
import vn.sen.events.membership.PostEvent.TermCorrected;
import vn.sen.events.membership.PostEvent.TermEnded;
import vn.sen.events.membership.PostEvent.TermReviewAsked;
import vn.sen.events.membership.PostEvent.TermReviewed;
import vn.sen.events.membership.PostEvent.TermWithdrawn;
import vn.sen.events.membership.TermEnd;
import vn.sen.membership.cadre.Term.Ending;
import vn.sen.membership.cadre.Term.Review;
import vn.sen.membership.member.Standing;

/**
 * A post: one title at one unit, with the terms of all who ever held it. It is one aggregate, so
 * that nobody is appointed beyond its seats. What an event adds to the figures is the timeline
 * after it minus the timeline before it.
 *
 * @param terms by first day
 */
record Post(UUID unitId, UUID titleId, List<Term> terms) {

  private static final Comparator<PostChange> BY_DATE =
      Comparator.comparing(PostChange::date)
          .thenComparing(PostChange::delta)
          .thenComparing(PostChange::personId);

  Post {
    terms =
        terms.stream().sorted(Comparator.comparing(Term::from).thenComparing(Term::id)).toList();
  }

  /** A post that nobody ever held. */
  static Post untouched(UUID unitId, UUID titleId) {
    return new Post(unitId, titleId, List.of());
  }

  /** Who holds it on the day. */
  List<Term> heldOn(LocalDate day) {
    return terms.stream().filter(term -> term.covers(day)).toList();
  }

  /**
   * Somebody holds the title from a day on. Where the unit or her membership ended since, her term
   * ended with it.
   *
   * @param until the last day as planned, or null
   */
  Decision<Post> appoint(
      UUID termId, Standing person, LocalDate from, @Nullable LocalDate until, Frame frame) {
    var term = new Term(termId, person.id(), from, until, null, null);
    var open = with(term);
    var bounded = fitted(term, person, frame);
    var appointed =
        new PersonAppointed(
            termId, titleId, unitId, person.id(), from, until, open.changesSince(this));
    var ending = bounded.ending();
    if (ending == null) {
      return Decision.of(open, appointed);
    }
    var next = open.replacing(bounded);
    return new Decision<>(
        next, List.of(appointed, ended(bounded, ending, next.changesSince(open))));
  }

  /**
   * Corrects the days of a term.
   *
   * @param endedOn the first day on which she did not hold the title any more; null where she still
   *     does, also where an end was entered by mistake
   */
  Decision<Post> correct(
      UUID termId,
      Standing person,
      LocalDate from,
      @Nullable LocalDate until,
      @Nullable LocalDate endedOn,
      Frame frame) {
    var before = term(termId);
    var ending = before.ending();
    if (endedOn != null) {
      if (ending == null) {
        throw new PostRules.TermNotEnded();
      }
      requireEnd(from, endedOn, "/endedOn", frame.today());
      ending = new Ending(endedOn, ending.reason());
    } else {
      ending = null;
    }
    var asked = new Term(termId, before.personId(), from, until, ending, before.review());
    var corrected = fitted(asked, person, frame);
    if (corrected.equals(before)) {
      return Decision.nothing(this);
    }
    var next = replacing(corrected);
    var end = corrected.ending();
    return Decision.of(
        next,
        new TermCorrected(
            termId,
            titleId,
            unitId,
            before.personId(),
            from,
            until,
            end == null ? null : end.on(),
            next.changesSince(this)));
  }

  /** The term as it can be: within the unit's life and her membership, where there is a seat. */
  private Term fitted(Term term, Standing person, Frame frame) {
    if (term.from().isAfter(frame.today())) {
      throw new PostRules.TermInTheFuture("/from");
    }
    if (term.until() != null && term.until().isBefore(term.from())) {
      throw new PostRules.PlannedEndBeforeBegin();
    }
    frame.requireSeats(term.from());
    var fitted = frame.bound(person, term.from()).map(term::endedAtLatest).orElse(term);
    var others = terms.stream().filter(other -> !other.id().equals(term.id())).toList();
    if (others.stream().anyMatch(o -> o.personId().equals(term.personId()) && o.overlaps(fitted))) {
      throw new PostRules.AlreadyInPost();
    }
    new Post(unitId, titleId, others).with(fitted).requireSeats(fitted, frame);
    return fitted;
  }

  /**
   * Holds that nobody begins to hold the title, while the term lasts, beyond the seats of the day.
   * Where seats become fewer, who holds it stays.
   */
  private void requireSeats(Term wanted, Frame frame) {
    for (var term : terms) {
      var day = term.from();
      if (wanted.covers(day) && term.covers(day) && heldOn(day).size() > frame.seatsOn(day)) {
        throw new PostRules.SeatsTaken(day, frame.seatsOn(day));
      }
    }
  }

  /**
   * She does not hold the title any more.
   *
   * @param on the first day on which she does not
   */
  Decision<Post> end(UUID termId, LocalDate on, TermEnd reason, LocalDate today) {
    var term = term(termId);
    var ending = new Ending(on, reason);
    if (ending.equals(term.ending())) {
      return Decision.nothing(this);
    }
    if (term.ending() != null) {
      throw new PostRules.TermAlreadyEnded();
    }
    requireEnd(term.from(), on, "/on", today);
    var next = replacing(term.ended(ending));
    return Decision.of(next, ended(term, ending, next.changesSince(this)));
  }

  private static void requireEnd(LocalDate from, LocalDate on, String pointer, LocalDate today) {
    if (on.isAfter(today)) {
      throw new PostRules.TermInTheFuture(pointer);
    }
    if (!on.isAfter(from)) {
      throw new PostRules.EndBeforeBegin(pointer);
    }
  }

  /**
   * Posts do not follow a redrawing: all terms end with the unit.
   *
   * @param on the first day without the unit
   */
  Decision<Post> endWithUnit(LocalDate on) {
    var ending = new Ending(on, TermEnd.UNIT_CLOSED);
    return bounded(_ -> Optional.of(ending));
  }

  /** Her terms end with the membership in which they began. */
  Decision<Post> endWithMembership(Standing person) {
    return bounded(
        term ->
            term.personId().equals(person.id())
                ? person.departureFrom(term.from()).map(Frame::ending)
                : Optional.empty());
  }

  /** A term that ended before its bound stays as it is. */
  private Decision<Post> bounded(Function<Term, Optional<Ending>> bounds) {
    var events = new ArrayList<PostEvent>();
    var post = this;
    for (var term : terms) {
      var bounded = bounds.apply(term).map(term::endedAtLatest).orElse(term);
      var ending = bounded.ending();
      if (ending != null && !ending.equals(term.ending())) {
        var next = post.replacing(bounded);
        events.add(ended(bounded, ending, next.changesSince(post)));
        post = next;
      }
    }
    return new Decision<>(post, events);
  }

  /** Somebody has to look at her terms that last beyond the day. */
  Decision<Post> askReview(UUID person, Review review) {
    var events = new ArrayList<PostEvent>();
    var post = this;
    for (var term : terms) {
      if (term.personId().equals(person)
          && term.lastsBeyond(review.on())
          && !review.equals(term.review())) {
        post = post.replacing(term.reviewed(review));
        events.add(
            new TermReviewAsked(term.id(), titleId, unitId, person, review.reason(), review.on()));
      }
    }
    return new Decision<>(post, events);
  }

  /** The term was looked at and goes on. */
  Decision<Post> keep(UUID termId, LocalDate on) {
    var term = term(termId);
    if (term.review() == null) {
      throw new PostRules.NoReviewAsked();
    }
    return Decision.of(
        replacing(term.reviewed(null)),
        new TermReviewed(termId, titleId, unitId, term.personId(), on));
  }

  /** The term was entered by mistake. */
  Decision<Post> withdraw(UUID termId) {
    var term = term(termId);
    var next = new Post(unitId, titleId, terms.stream().filter(t -> !t.equals(term)).toList());
    return Decision.of(
        next,
        new TermWithdrawn(
            termId, titleId, unitId, term.personId(), term.from(), next.changesSince(this)));
  }

  /**
   * @throws PostRules.TermUnknown if there is none
   */
  Term term(UUID termId) {
    return terms.stream()
        .filter(term -> term.id().equals(termId))
        .findFirst()
        .orElseThrow(PostRules.TermUnknown::new);
  }

  private TermEnded ended(Term term, Ending ending, List<PostChange> changes) {
    return new TermEnded(
        term.id(), titleId, unitId, term.personId(), ending.reason(), ending.on(), changes);
  }

  private Post with(Term added) {
    var all = new ArrayList<>(terms);
    all.add(added);
    return new Post(unitId, titleId, all);
  }

  private Post replacing(Term changed) {
    return new Post(
        unitId,
        titleId,
        terms.stream().map(t -> t.id().equals(changed.id()) ? changed : t).toList());
  }

  /** What leads from the earlier timeline's figures to this one's: net, by date. */
  List<PostChange> changesSince(Post earlier) {
    Map<PostChange, Integer> net = new HashMap<>();
    steps().forEach(step -> net.merge(with(step, 0), step.delta(), Integer::sum));
    earlier.steps().forEach(step -> net.merge(with(step, 0), -step.delta(), Integer::sum));
    return net.entrySet().stream()
        .filter(step -> step.getValue() != 0)
        .map(step -> with(step.getKey(), step.getValue()))
        .sorted(BY_DATE)
        .toList();
  }

  private List<PostChange> steps() {
    var steps = new ArrayList<PostChange>(2 * terms.size());
    for (var term : terms) {
      steps.add(step(term.from(), term, +1));
      if (term.ending() != null) {
        steps.add(step(term.ending().on(), term, -1));
      }
    }
    return steps;
  }

  private PostChange step(LocalDate day, Term term, int delta) {
    return new PostChange(day, titleId, unitId, term.personId(), delta);
  }

  private static PostChange with(PostChange step, int delta) {
    return new PostChange(step.date(), step.titleId(), step.unitId(), step.personId(), delta);
  }
}
