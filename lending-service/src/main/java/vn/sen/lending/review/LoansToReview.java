package vn.sen.lending.review;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.consume.Received;
import vn.sen.events.lending.BorrowingHouseholdEvent.HouseholdConfirmed;
import vn.sen.events.lending.BorrowingHouseholdEvent.HouseholdMatched;
import vn.sen.events.lending.BorrowingHouseholdEvent.HouseholdMerged;
import vn.sen.events.lending.LoanEvent.BorrowerReplaced;
import vn.sen.events.lending.LoanEvent.LoanOpened;
import vn.sen.lending.household.Households;
import vn.sen.lending.loan.LoanQueries;
import vn.sen.lending.loan.Loans;
import vn.sen.lending.review.HouseholdNews.News;

/**
 * Marks the loans of households in which something happened to a member: those that are known to be
 * of hers when it happens, and those of which that turns out later, also because they only become
 * known then.
 */
@Component
class LoansToReview {

  static final String GROUP = "lending.reviews-looking-back";
  static final String GROUP_OF_LOANS = "lending.reviews-of-loans";

  private final HouseholdNews news;
  private final Households households;
  private final Loans loans;
  private final LoanQueries queries;

  LoansToReview(HouseholdNews news, Households households, Loans loans, LoanQueries queries) {
    this.news = news;
    this.households = households;
    this.loans = loans;
    this.queries = queries;
  }

  /** Something happened now. */
  void mark(News told) {
    news.note(told); // first: whoever is found to be of the household from now on looks it up
    markLoans(told);
  }

  /** Takes events of borrowing households; of those that are found looks up what happened. */
  void events(List<Received> events) {
    var found = new HashSet<UUID>();
    for (var received : events) {
      switch (received.event()) {
        case HouseholdMatched e -> found.add(e.knownHouseholdId());
        case HouseholdConfirmed e -> {
          if (e.knownHouseholdId() != null) {
            found.add(e.knownHouseholdId());
          }
        }
        case HouseholdMerged _ ->
            found.addAll(households.knownOf(List.of(received.envelope().subject())));
        default -> {
          // nobody is found by it
        }
      }
    }
    news.of(found).forEach(this::markLoans);
  }

  /** Takes events of loans; where one gets another borrower looks up what happened to hers. */
  void loanEvents(List<Received> events) {
    var borrowing = new HashSet<UUID>();
    for (var received : events) {
      switch (received.event()) {
        case LoanOpened e -> borrowing.add(e.place().householdId());
        case BorrowerReplaced e -> borrowing.add(e.householdId());
        default -> {
          // the borrower stays
        }
      }
    }
    if (!borrowing.isEmpty()) {
      news.of(households.knownOf(borrowing)).forEach(this::markLoans);
    }
  }

  private void markLoans(News told) {
    for (var household : households.oneWith(households.knownAs(told.household()))) {
      for (var loan : queries.ofHousehold(household)) {
        var by = CommandContext.process(MemberNews.GROUP, told.event() + "/" + loan);
        loans.askReview(loan, told.reason(), told.on(), by);
      }
    }
  }
}
