package vn.sen.lending.loan;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Summaries as they stand beside their loans in the store. */
final class SummaryDocuments {

  /** Where, under {@code ix}. */
  static final String FIELD = "now";

  private static final String HOUSEHOLD = "household";
  private static final String CLOSED = "closed";
  private static final String OWED = "owed";
  private static final String POINT = "point";
  private static final String DUE = "due";
  private static final String UNIT = "unit";
  private static final String VIA = "via";
  private static final String GROUP = "group";
  private static final String ON = "on";
  private static final String TOLD = "told";

  private SummaryDocuments() {}

  static Map<String, Object> of(LoanSummary summary) {
    var owed = summary.balances();
    var document = new HashMap<String, Object>();
    document.put(HOUSEHOLD, summary.householdId());
    document.put(CLOSED, summary.closed());
    document.put(
        OWED, List.of(owed.inTerm(), owed.overdue(), owed.frozen(), owed.interestArrears()));
    document.put(ON, summary.lastPosting().toEpochDay());
    var terms = summary.terms();
    document.put(DUE, terms.dueOn().toEpochDay());
    document.put(UNIT, terms.unitId());
    if (!terms.via().isEmpty()) {
      document.put(VIA, terms.via());
    }
    if (terms.groupId() != null) {
      document.put(GROUP, terms.groupId());
    }
    if (summary.point() != null) {
      document.put(POINT, summary.point());
    }
    if (summary.lastTold() != null) {
      document.put(TOLD, summary.lastTold().toEpochDay());
    }
    return document;
  }

  /** Empty where the loan was not touched since summaries have said so much. */
  static Optional<LoanSummary> summary(Map<String, ?> document) {
    return document.containsKey(DUE) ? Optional.of(whole(document)) : Optional.empty();
  }

  private static LoanSummary whole(Map<String, ?> document) {
    List<?> amounts = required(document, OWED, List.class);
    var owed = amounts.stream().mapToLong(amount -> (Long) amount).toArray();
    return new LoanSummary(
        required(document, HOUSEHOLD, UUID.class),
        required(document, CLOSED, Boolean.class),
        terms(document),
        new Balances(owed[0], owed[1], owed[2], owed[3]),
        (String) document.get(POINT),
        LocalDate.ofEpochDay(required(document, ON, Long.class)),
        day((Long) document.get(TOLD)));
  }

  private static LoanSummary.Terms terms(Map<String, ?> document) {
    List<?> via = document.get(VIA) instanceof List<?> ways ? ways : List.of();
    return new LoanSummary.Terms(
        LocalDate.ofEpochDay(required(document, DUE, Long.class)),
        required(document, UNIT, UUID.class),
        via.stream().map(UUID.class::cast).toList(),
        (UUID) document.get(GROUP));
  }

  private static <T> T required(Map<String, ?> document, String field, Class<T> type) {
    return type.cast(Objects.requireNonNull(document.get(field), field));
  }

  private static @Nullable LocalDate day(@Nullable Long epochDay) {
    return epochDay == null ? null : LocalDate.ofEpochDay(epochDay);
  }
}
