package vn.sen.lending.loan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Summaries as they stand beside their loans in the store. */
final class SummaryDocuments {

  /** Where, under {@code ix}. */
  static final String FIELD = "now";

  private static final String HOUSEHOLD = "household";
  private static final String CLOSED = "closed";
  private static final String OWED = "owed";
  private static final String POINT = "point";
  private static final String ON = "on";
  private static final String TOLD = "told";

  private SummaryDocuments() {}

  static Document of(LoanSummary summary) {
    var owed = summary.balances();
    return new Document(HOUSEHOLD, summary.householdId())
        .append(CLOSED, summary.closed())
        .append(OWED, List.of(owed.inTerm(), owed.overdue(), owed.frozen(), owed.interestArrears()))
        .append(POINT, summary.point())
        .append(ON, summary.lastPosting().toEpochDay())
        .append(TOLD, summary.lastTold() == null ? null : summary.lastTold().toEpochDay());
  }

  static LoanSummary summary(Document document) {
    var owed = document.getList(OWED, Long.class);
    return new LoanSummary(
        document.get(HOUSEHOLD, UUID.class),
        document.getBoolean(CLOSED),
        new Balances(owed.get(0), owed.get(1), owed.get(2), owed.get(3)),
        document.getString(POINT),
        LocalDate.ofEpochDay(document.getLong(ON)),
        day(document.getLong(TOLD)));
  }

  private static @Nullable LocalDate day(@Nullable Long epochDay) {
    return epochDay == null ? null : LocalDate.ofEpochDay(epochDay);
  }
}
