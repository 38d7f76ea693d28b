package vn.sen.lending.loan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.org.Split;
import vn.sen.events.lending.LoanChange;
import vn.sen.events.lending.LoanEvent;
import vn.sen.events.lending.LoanPlace;
import vn.sen.events.lending.LoanReview;
import vn.sen.events.membership.Approval;

/**
 * A loan of a bank.
 *
 * @param told what the bank has told, by reference, so that what comes twice is recognised, also
 *     where it was corrected or reversed since
 * @param reviews what somebody should look at, or has
 * @param checkTerms which checks of its use are agreed with the bank, the oldest terms first
 */
public record Loan(
    Contract contract,
    Timeline timeline,
    Map<String, String> told,
    List<Review> reviews,
    List<UseCheck> useChecks,
    List<CheckTerms> checkTerms) {

  /**
   * Something to look at.
   *
   * @param doneOn the day on which somebody has, or null; it stays on record, so that old news asks
   *     for nothing again
   */
  public record Review(LoanReview reason, LocalDate since, @Nullable LocalDate doneOn) {}

  /** How the money was found to be used. */
  public record UseCheck(LocalDate on, boolean asAgreed) {}

  public Loan {
    told = Map.copyOf(told);
    reviews = List.copyOf(reviews);
    useChecks = List.copyOf(useChecks);
    // loans of before there were any have none
    checkTerms = checkTerms == null ? List.of() : List.copyOf(checkTerms);
  }

  /**
   * A loan begins with its first posting: a disbursement, or balances taken over.
   *
   * @param statementId the opening statement, or null
   * @param checkTerms which checks of its use are agreed with the bank, the oldest terms first
   */
  static Decision<Loan> open(
      Contract contract,
      LoanUpdate.Posted first,
      @Nullable UUID statementId,
      List<CheckTerms> checkTerms,
      Freezing freezing,
      LocalDate today) {
    requirePast(first.posting().on(), today);
    var place = contract.place();
    if (place.dueOn().isBefore(contract.disbursedOn())) {
      throw new LoanRules.DueBeforeDisbursement("/dueOn", contract.disbursedOn());
    }
    var none =
        new Loan(contract, Timeline.empty(place), Map.of(), List.of(), List.of(), checkTerms);
    var loan = none.with(none.timeline.with(first.posting(), freezing), noted(Map.of(), first));
    return Decision.of(
        loan,
        new LoanEvent.LoanOpened(
            place,
            contract.principal(),
            contract.disbursedOn(),
            contract.rateBasisPoints(),
            statementId,
            first.posting().on(),
            loan.changesSince(none, freezing)));
  }

  private Loan with(Timeline changed, Map<String, String> heard) {
    return new Loan(contract, changed, heard, reviews, useChecks, checkTerms);
  }

  /** What leads from the figures of an earlier state to those of this one. */
  private List<LoanChange> changesSince(Loan earlier, Freezing freezing) {
    var changes = new ArrayList<>(timeline.changesSince(earlier.timeline, freezing));
    changes.addAll(checks(freezing).changesSince(earlier.checks(freezing)));
    return changes;
  }

  private UseChecks checks(Freezing freezing) {
    return UseChecks.of(this, freezing);
  }

  /**
   * Makes sure that a contract which a bank names again is this loan's: as it was agreed, or as an
   * extension has left it at any time, because an update told again names what held on its day. Who
   * borrows is another question ({@link #borrowers}).
   *
   * @throws LoanRules.ContractDiffers naming what differs
   */
  void requireSame(Contract named) {
    var place = named.place();
    require(place.programmeId().equals(contract.place().programmeId()), "/programme");
    require(timeline.daysDue().contains(place.dueOn()), "/dueOn");
    require(named.rateBasisPoints() == contract.rateBasisPoints(), "/ratePercent");
  }

  private static void require(boolean same, String pointer) {
    if (!same) {
      throw new LoanRules.ContractDiffers(pointer);
    }
  }

  /** The households that borrow or have borrowed, in no order. */
  Set<UUID> borrowers() {
    return timeline.households();
  }

  /** Takes what a bank says of the loan; said twice it changes nothing. */
  Decision<Loan> take(LoanUpdate update, Freezing freezing, LocalDate today) {
    var reference = update.reference();
    var known = reference == null ? null : told.get(reference);
    if (known != null) {
      if (!known.equals(update.content())) {
        throw new LoanRules.ReferenceUsed();
      }
      return Decision.nothing(this);
    }
    return switch (update) {
      case LoanUpdate.Posted posted -> {
        requirePast(posted.posting().on(), today);
        yield changed(timeline.with(posted.posting(), freezing), posted, freezing);
      }
      case LoanUpdate.Corrected corrected -> {
        requirePast(corrected.on(), today);
        yield correct(corrected, freezing, today);
      }
      case LoanUpdate.Reversed reversed -> {
        var old = posting(reversed.reverses(), "/reverses");
        if (old.equals(timeline.postings().getFirst())) {
          throw new LoanRules.BeginningOfLoan("/reverses");
        }
        yield changed(timeline.replacing(old, null, today, freezing), reversed, freezing);
      }
    };
  }

  private Decision<Loan> correct(
      LoanUpdate.Corrected correction, Freezing freezing, LocalDate today) {
    var old = posting(correction.corrects(), "/corrects");
    var act = old.act();
    if (correction.amount() != null) {
      if (!(act instanceof Act.OfAmount ofAmount)) {
        throw new LoanRules.AmountNotOfThis();
      }
      act = ofAmount.withAmount(correction.amount());
    }
    var replacement = new Posting(old.reference(), correction.on(), old.sequence(), today, act);
    var corrected = timeline.replacing(old, replacement, today, freezing);
    return changed(following(old, replacement).with(corrected, told), correction, freezing);
  }

  /** The contract says what the disbursement says with which the loan began. */
  private Loan following(Posting old, Posting replacement) {
    if (!beganWith(old) || !(replacement.act() instanceof Act.Disbursed(long amount))) {
      return this;
    }
    var on = replacement.on();
    if (contract.place().dueOn().isBefore(on)) {
      throw new LoanRules.DueBeforeDisbursement("/on", on);
    }
    return new Loan(contract.disbursed(amount, on), timeline, told, reviews, useChecks, checkTerms);
  }

  /** A further part may be of the same day and amount as the contract: the first one is meant. */
  private boolean beganWith(Posting posting) {
    if (!(timeline.postings().getFirst().act() instanceof Act.Disbursed)) {
      return false;
    }
    var agreed = new Act.Disbursed(contract.principal());
    return timeline.postings().stream()
        .filter(p -> p.on().equals(contract.disbursedOn()) && p.act().equals(agreed))
        .findFirst()
        .filter(posting::equals)
        .isPresent();
  }

  private Posting posting(String reference, String pointer) {
    return timeline.postings().stream()
        .filter(posting -> reference.equals(posting.reference()))
        .findFirst()
        .orElseThrow(() -> new LoanRules.ReferenceUnknown(pointer));
  }

  private Decision<Loan> changed(Timeline after, LoanUpdate update, Freezing freezing) {
    return changed(with(after, told), update, freezing);
  }

  private Decision<Loan> changed(Loan after, LoanUpdate update, Freezing freezing) {
    var loan = after.with(after.timeline, noted(told, update));
    return Decision.of(loan, event(update, loan.changesSince(this, freezing)));
  }

  private static Map<String, String> noted(Map<String, String> told, LoanUpdate update) {
    var reference = update.reference();
    if (reference == null) {
      return told;
    }
    var all = new HashMap<>(told);
    all.put(reference, update.content());
    return all;
  }

  private static LoanEvent event(LoanUpdate update, List<LoanChange> changes) {
    return switch (update) {
      case LoanUpdate.Corrected(_, _, _, var on) -> new LoanEvent.PostingCorrected(on, changes);
      case LoanUpdate.Reversed(_, _, var on) -> new LoanEvent.PostingReversed(on, changes);
      case LoanUpdate.Posted(var posting) -> event(posting.act(), posting.on(), changes);
    };
  }

  private static LoanEvent event(Act act, LocalDate on, List<LoanChange> changes) {
    return switch (act) {
      case Act.Disbursed(long amount) -> new LoanEvent.LoanDisbursed(amount, on, changes);
      case Act.PrincipalRepaid(long amount) -> new LoanEvent.PrincipalRepaid(amount, on, changes);
      case Act.InterestPaid(long amount) -> new LoanEvent.InterestPaid(amount, on, changes);
      case Act.InterestWaived(long amount) -> new LoanEvent.InterestWaived(amount, on, changes);
      case Act.MovedToOverdue(long amount) -> new LoanEvent.MovedToOverdue(amount, on, changes);
      case Act.ReturnedToTerm(long amount) -> new LoanEvent.ReturnedToTerm(amount, on, changes);
      case Act.Frozen(var until) -> new LoanEvent.LoanFrozen(until, on, changes);
      case Act.Thawed() -> new LoanEvent.LoanThawed(on, changes);
      case Act.Extended(var dueOn) -> new LoanEvent.LoanExtended(dueOn, on, changes);
      case Act.WrittenOff() -> new LoanEvent.LoanWrittenOff(on, changes);
      case Act.Settled() -> new LoanEvent.LoanSettled(on, changes);
      case Act.BorrowerReplaced(var household) ->
          new LoanEvent.BorrowerReplaced(household, on, changes);
      case Act.Regrouped(var group, var unit) ->
          new LoanEvent.LoanRegrouped(group, unit, on, changes);
      case Act.PointChanged(var point) -> new LoanEvent.TransactionPointChanged(point, on, changes);
      case Act.TakenOver _ -> throw new LoanRules.TakenOverTwice();
      case Act.Restated _ -> throw new IllegalArgumentException("No bank restates by itself");
    };
  }

  /**
   * Takes a statement's word for the balances at the end of its day.
   *
   * @param approval who proposed and who agreed
   */
  Decision<Loan> restate(
      UUID statementId,
      Approval approval,
      Balances stated,
      LocalDate asOf,
      Freezing freezing,
      LocalDate today) {
    if (timeline.on(asOf, freezing).balances().equals(stated)) {
      return Decision.nothing(this);
    }
    // behind everything of the day
    var posting = new Posting(null, asOf, Integer.MAX_VALUE, today, new Act.Restated(stated));
    var loan = with(timeline.with(posting, freezing), told);
    return Decision.of(
        loan,
        new LoanEvent.LoanRestated(statementId, approval, asOf, loan.changesSince(this, freezing)));
  }

  /** Takes a statement's word for the transaction point at the end of its day. */
  Decision<Loan> moveTo(String point, LocalDate asOf, Freezing freezing, LocalDate today) {
    if (point.equals(pointOn(asOf).orElse(null))) {
      return Decision.nothing(this);
    }
    // behind everything of the day
    var posting = new Posting(null, asOf, Integer.MAX_VALUE, today, new Act.PointChanged(point));
    return changed(timeline.with(posting, freezing), new LoanUpdate.Posted(posting), freezing);
  }

  /**
   * Of the successors among which its unit, or what that has become, was divided, the loan follows
   * this one; said twice it changes nothing, and what is said last counts.
   *
   * @param splits those that concern it and gave a part to the successor
   */
  Decision<Loan> assign(UUID successor, List<Split> splits, Freezing freezing, LocalDate today) {
    var unit = timeline.last(freezing).place().unitId();
    if (splits.isEmpty()) {
      throw new LoanRules.NotASuccessor();
    }
    var after = timeline.assigned(unit, successor, splits);
    if (after.equals(timeline)) {
      return Decision.nothing(this);
    }
    var loan = with(after, told);
    return Decision.of(
        loan,
        new LoanEvent.LoanAssigned(unit, successor, today, loan.changesSince(this, freezing)));
  }

  /**
   * Somebody should look at it; asked twice for one reason of one day it changes nothing, nor does
   * what happened before the loan.
   */
  Decision<Loan> askReview(LoanReview reason, LocalDate on) {
    if (on.isBefore(contract.disbursedOn())
        || reviews.stream().anyMatch(r -> r.reason() == reason && r.since().equals(on))) {
      return Decision.nothing(this);
    }
    var all = new ArrayList<>(reviews);
    all.add(new Review(reason, on, null));
    return Decision.of(
        new Loan(contract, timeline, told, all, useChecks, checkTerms),
        new LoanEvent.ReviewAsked(reason, on));
  }

  /** Somebody has looked at it. */
  Decision<Loan> reviewed(LocalDate today) {
    if (openReviews().isEmpty()) {
      return Decision.nothing(this);
    }
    var done =
        reviews.stream()
            .map(r -> r.doneOn() == null ? new Review(r.reason(), r.since(), today) : r)
            .toList();
    return Decision.of(
        new Loan(contract, timeline, told, done, useChecks, checkTerms),
        new LoanEvent.Reviewed(today));
  }

  /** What somebody should still look at. */
  List<Review> openReviews() {
    return reviews.stream().filter(review -> review.doneOn() == null).toList();
  }

  /** How the money is used was checked at the household. */
  Decision<Loan> useChecked(LocalDate on, boolean asAgreed, Freezing freezing, LocalDate today) {
    requirePast(on, today);
    if (on.isBefore(contract.disbursedOn())) {
      throw new LoanRules.BeforeDisbursement();
    }
    var check = new UseCheck(on, asAgreed);
    if (useChecks.contains(check)) {
      return Decision.nothing(this);
    }
    var all = new ArrayList<>(useChecks);
    all.add(check);
    var loan = new Loan(contract, timeline, told, reviews, all, checkTerms);
    return Decision.of(
        loan, new LoanEvent.UseChecked(asAgreed, on, loan.changesSince(this, freezing)));
  }

  /** Other checks are agreed with the bank than before; for a loan that is over, of no use. */
  Decision<Loan> underCheckTerms(List<CheckTerms> agreed, Freezing freezing, LocalDate today) {
    if (agreed.equals(checkTerms)) {
      return Decision.nothing(this);
    }
    var loan = new Loan(contract, timeline, told, reviews, useChecks, agreed);
    var changes = loan.changesSince(this, freezing);
    boolean over = timeline.last(freezing).balances().outstanding() == 0;
    return over && changes.isEmpty()
        ? Decision.nothing(this)
        : Decision.of(loan, new LoanEvent.CheckTermsChanged(today, changes));
  }

  /** The checks of its use that the Union owes, by last day. */
  public List<UseCheckDue> checksDue(Freezing freezing) {
    return checks(freezing).all();
  }

  /** The last day of the earliest check that is still to be done; empty where there is none. */
  Optional<LocalDate> nextCheck(Freezing freezing) {
    return Optional.ofNullable(checks(freezing).nextDue());
  }

  /** Interest that was paid within a period, in đồng. */
  public long interestPaid(LocalDate from, LocalDate to) {
    long sum = 0;
    for (var posting : timeline.postings()) {
      if (posting.act() instanceof Act.InterestPaid(long amount)
          && !posting.on().isBefore(from)
          && !posting.on().isAfter(to)) {
        sum += amount;
      }
    }
    return sum;
  }

  /** Where the loan counts now, and the successors that splits gave it to. */
  LoanPlace place(Freezing freezing) {
    return placeOn(LocalDate.MAX, freezing);
  }

  /** The same at the end of a day. */
  public LoanPlace placeOn(LocalDate day, Freezing freezing) {
    return timeline.placeOn(day, freezing);
  }

  private static void requirePast(LocalDate on, LocalDate today) {
    if (on.isAfter(today)) {
      throw new LoanRules.InTheFuture();
    }
  }

  /** The day of the last posting that is not behind a day; empty where there is none. */
  public Optional<LocalDate> lastPosting(LocalDate day) {
    return timeline.lastPosting(day);
  }

  /**
   * Looks for postings, corrections and reversals told late without which the loan would have stood
   * otherwise at the end of a day.
   *
   * @param knownBy what was told behind this day is late
   * @param wanted how it would have stood
   * @return the first day of which they tell something else
   */
  public Optional<LocalDate> lateSince(
      LocalDate day, LocalDate knownBy, Predicate<Balances> wanted, Freezing freezing) {
    return timeline.lateSince(day, knownBy, wanted, freezing);
  }

  /** The bank's code of the transaction point at the end of a day; empty where it has told none. */
  public Optional<String> pointOn(LocalDate day) {
    return timeline.pointOn(day).or(() -> Optional.ofNullable(contract.point()));
  }

  /** How the loan stands at the end of a day. */
  public Standing on(LocalDate day, Freezing freezing) {
    return timeline.on(day, freezing);
  }

  LoanSummary summary(Freezing freezing) {
    var standing = timeline.last(freezing);
    return new LoanSummary(
        standing.place().householdId(),
        standing.isClosed(),
        LoanSummary.Terms.of(timeline.placed(standing.place())),
        standing.balances(),
        pointOn(LocalDate.MAX).orElse(null),
        timeline.postings().getLast().on(),
        timeline.lastTold().orElse(null));
  }

  /** Nothing of it may reach a log. */
  @Override
  public String toString() {
    return "Loan[…]";
  }
}
