package vn.sen.lending.loan;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.Stored;

/** Finds loans by what stands beside them ({@link LoanIndex}). */
@Component
public class LoanQueries {

  private static final String ID = "_id";
  private static final String INDEX = "ix";

  private final AggregateStore<Loan> store;

  LoanQueries(AggregateStore<Loan> loanStore) {
    this.store = loanStore;
  }

  private static String field(String name) {
    return INDEX + "." + name;
  }

  /**
   * How those of the loans stand that are known; one that was not touched lately may be missing.
   */
  public Map<UUID, LoanSummary> summaries(Collection<UUID> ids) {
    var summaries = new HashMap<UUID, LoanSummary>();
    store
        .documents()
        .find(in(ID, ids))
        .projection(include(field(SummaryDocuments.FIELD)))
        .forEach(
            document -> {
              var noted =
                  document.getEmbedded(List.of(INDEX, SummaryDocuments.FIELD), Document.class);
              if (noted != null) {
                SummaryDocuments.summary(noted)
                    .ifPresent(summary -> summaries.put(document.get(ID, UUID.class), summary));
              }
            });
    return summaries;
  }

  /**
   * Goes through the ids of all loans of a bank once, in no order.
   *
   * @param pages takes so many at a time, and says whether to go on
   */
  public void eachOf(UUID bankId, int size, Predicate<List<UUID>> pages) {
    var page = new ArrayList<UUID>(size);
    var found =
        store
            .documents()
            .find(eq(field(LoanIndex.BANK), bankId))
            .projection(include(ID))
            .batchSize(size);
    try (var cursor = found.iterator()) {
      while (cursor.hasNext()) {
        page.add(cursor.next().get(ID, UUID.class));
        if (page.size() == size || !cursor.hasNext()) {
          if (!pages.test(List.copyOf(page))) {
            return;
          }
          page.clear();
        }
      }
    }
  }

  /** The loans of a household. */
  public List<UUID> ofHousehold(UUID household) {
    return ids(eq(field(LoanIndex.HOUSEHOLD), household));
  }

  /** The loans that a group follows, or once did; the bank's numbers are empty. */
  public List<Loan> ofGroup(UUID group) {
    return store.findAllWithoutSecrets(ids(eq(field(LoanIndex.GROUPS), group))).values().stream()
        .map(Stored::state)
        .toList();
  }

  private List<UUID> ids(Bson filter) {
    return store
        .documents()
        .find(filter)
        .projection(include(ID))
        .map(document -> document.get(ID, UUID.class))
        .into(new ArrayList<>());
  }

  /**
   * Where a page of loans by next check ended.
   *
   * @param due the last day of the check
   */
  record CheckPlace(LocalDate due, UUID loan) {}

  /** Loans of units whose next check is due on a day or before, the earliest first. */
  List<Stored<Loan>> withChecks(
      Collection<UUID> units, LocalDate until, @Nullable CheckPlace behind, int limit) {
    var check = field(LoanIndex.CHECK);
    var filters = new ArrayList<Bson>();
    filters.add(in(field(LoanIndex.UNITS), units));
    filters.add(lte(check, until.toString()));
    if (behind != null) {
      var due = behind.due().toString();
      filters.add(or(gt(check, due), and(eq(check, due), gt(ID, behind.loan()))));
    }
    var found =
        store
            .documents()
            .find(and(filters))
            .sort(ascending(check, ID))
            .limit(limit)
            .into(new ArrayList<>());
    return store.stored(found);
  }

  /** What to look for; null where anything fits. */
  record Criteria(
      Collection<UUID> units,
      @Nullable UUID bankId,
      @Nullable UUID householdId,
      boolean forReview,
      boolean owed) {

    private List<Bson> filters() {
      var filters = new ArrayList<Bson>();
      filters.add(in(field(LoanIndex.UNITS), units));
      if (bankId != null) {
        filters.add(eq(field(LoanIndex.BANK), bankId));
      }
      if (householdId != null) {
        filters.add(eq(field(LoanIndex.HOUSEHOLD), householdId));
      }
      if (forReview) {
        filters.add(eq(field(LoanIndex.REVIEW), true));
      }
      if (owed) {
        filters.add(gt(field(LoanIndex.OWED), 0L));
      }
      return filters;
    }
  }

  /** Loans, those behind an id. */
  List<Stored<Loan>> list(Criteria criteria, @Nullable UUID behind, int limit) {
    var filters = criteria.filters();
    if (behind != null) {
      filters.add(gt(ID, behind));
    }
    var found =
        store
            .documents()
            .find(and(filters))
            .sort(ascending(ID))
            .limit(limit)
            .into(new ArrayList<>());
    return store.stored(found);
  }

  /** Loans of units, those behind an id; the bank's numbers of loan and customer are empty. */
  List<Stored<Loan>> listWithoutNumbers(Collection<UUID> units, @Nullable UUID behind, int limit) {
    var ofUnits = in(field(LoanIndex.UNITS), units);
    return store.listWithoutSecrets(behind == null ? ofUnits : and(ofUnits, gt(ID, behind)), limit);
  }

  /**
   * A loan as it is counted.
   *
   * @param via the successors that splits gave it to; usually none
   * @param outstanding what is owed of it, in đồng
   */
  public record Counted(UUID unitId, List<UUID> via, UUID householdId, long outstanding) {}

  /** The loans of units, in no order. */
  List<Counted> counted(Collection<UUID> units) {
    return store
        .documents()
        .find(in(field(LoanIndex.UNITS), units))
        .projection(
            include(field(LoanIndex.UNITS), field(LoanIndex.HOUSEHOLD), field(LoanIndex.OWED)))
        .map(document -> counted(document.get(INDEX, Document.class)))
        .into(new ArrayList<>());
  }

  private static Counted counted(Document index) {
    var units = index.getList(LoanIndex.UNITS, UUID.class);
    return new Counted(
        units.getFirst(),
        units.subList(1, units.size()),
        index.get(LoanIndex.HOUSEHOLD, UUID.class),
        index.getLong(LoanIndex.OWED));
  }
}
