package vn.sen.lending.loan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.sen.chassis.org.Split;

/** By what loans are found in the store, without making them from their timelines. */
final class LoanIndex {

  static final String BANK = "bank";
  static final String UNITS = "units";
  static final String HOUSEHOLD = "household";
  static final String OWED = "owed";
  static final String REVIEW = "review";
  static final String GROUPS = "groups";
  static final String CHECK = "check";

  static final List<List<String>> SEARCHED =
      List.of(
          List.of(BANK),
          List.of(UNITS),
          List.of(HOUSEHOLD),
          List.of(REVIEW),
          List.of(GROUPS),
          List.of(UNITS, CHECK));

  private LoanIndex() {}

  static Map<String, ?> of(Loan loan, Freezing freezing) {
    var last = loan.timeline().last(freezing);
    var place = loan.place(freezing);
    var index = new HashMap<String, Object>();
    index.put(BANK, last.place().bankId());
    index.put(UNITS, Split.finding(place.unitId(), place.via()));
    index.put(HOUSEHOLD, last.place().householdId());
    index.put(OWED, last.balances().outstanding());
    index.put(SummaryDocuments.FIELD, SummaryDocuments.of(loan.summary(freezing)));
    if (!loan.openReviews().isEmpty()) {
      index.put(REVIEW, true);
    }
    var groups = loan.timeline().groups();
    if (!groups.isEmpty()) {
      index.put(GROUPS, List.copyOf(groups));
    }
    loan.nextCheck(freezing).ifPresent(day -> index.put(CHECK, day.toString()));
    return index;
  }
}
