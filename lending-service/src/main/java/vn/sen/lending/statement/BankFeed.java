package vn.sen.lending.statement;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * News for banks. A bank's entries are numbered without gaps, each written only when the one before
 * it is there: who reads on from a number misses nothing. Old entries are not shown any more, and
 * are removed when there is news, but not more often than every hour: that reads all that a bank
 * was told. A bank's last one stays, because the next is numbered after it.
 */
@Component
public class BankFeed {

  private static final String BANK = "bank";
  private static final String NUMBER = "number";
  private static final String KEY = "key";
  private static final int MAX_ATTEMPTS = 50;
  private static final Duration TIDIED_EVERY = Duration.ofHours(1);

  private final MongoCollection<Document> entries;
  private final Duration keptFor;
  private final Map<UUID, Instant> tidied = new ConcurrentHashMap<>();

  /**
   * @param keptFor for so long an entry can be read
   */
  BankFeed(MongoDatabase database, @Value("${sen.lending.feed-kept-for}") Duration keptFor) {
    this.keptFor = keptFor;
    this.entries = database.getCollection("bankFeed");
    entries.createIndex(Indexes.ascending(BANK, NUMBER), new IndexOptions().unique(true));
    entries.createIndex(Indexes.ascending(KEY), new IndexOptions().unique(true));
  }

  /** What an entry tells. */
  enum Kind {
    /** A statement is compared; its result can be fetched. */
    RESULT_READY,
    /** A statement could not be compared. */
    STATEMENT_FAILED,
    /** A line of a statement was not taken. */
    LINE_REFUSED,
    /** The use of one of its loans was checked. */
    USE_CHECKED,
    /** What the former leader of one of its groups held was handed over. */
    HANDED_OVER
  }

  /**
   * Something to tell a bank.
   *
   * @param about the statement, loan or group, by the kind
   * @param line of the statement, or null
   * @param rule that the line breaks, or that kept the statement from being compared, or null
   * @param on the business date of a duty done, or null
   * @param sequence tells duties done about one loan or group apart; 0 for a statement
   */
  record News(
      Kind kind,
      UUID about,
      @Nullable Long line,
      @Nullable String rule,
      @Nullable LocalDate on,
      long sequence) {

    News(Kind kind, UUID statementId, @Nullable Long line, @Nullable String rule) {
      this(kind, statementId, line, rule, null, 0);
    }

    private String key() {
      return about
          + "/"
          + kind
          + (line == null ? "" : "/" + line)
          + (sequence == 0 ? "" : "/" + sequence);
    }
  }

  /**
   * Something told.
   *
   * @param number of the entry among the bank's
   */
  record Entry(long number, Instant at, News news) {}

  /**
   * The use of a loan was checked.
   *
   * @param sequence of the event that says so
   */
  public void tellUseChecked(UUID bank, UUID loan, long sequence, LocalDate on) {
    tell(bank, List.of(new News(Kind.USE_CHECKED, loan, null, null, on, sequence)));
  }

  /**
   * A group's leader has handed over.
   *
   * @param sequence of the event that says so
   */
  public void tellHandedOver(UUID bank, UUID group, long sequence, LocalDate on) {
    tell(bank, List.of(new News(Kind.HANDED_OVER, group, null, null, on, sequence)));
  }

  /** Tells a bank; what it was told before is left out. */
  void tell(UUID bank, List<News> news) {
    var left = new ArrayList<>(news);
    for (int attempt = 0; !left.isEmpty(); attempt++) {
      var told = told(left);
      left.removeIf(one -> told.contains(one.key()));
      if (left.isEmpty() || append(bank, left)) {
        return;
      }
      if (attempt == MAX_ATTEMPTS) {
        throw new IllegalStateException("Somebody else is always faster");
      }
    }
  }

  private HashSet<String> told(List<News> news) {
    return entries
        .find(in(KEY, news.stream().map(News::key).toList()))
        .projection(Projections.include(KEY))
        .map(d -> d.getString(KEY))
        .into(new HashSet<>());
  }

  /** Whether all of them were written; else somebody has written an entry of the same number. */
  private boolean append(UUID bank, List<News> news) {
    var last = entries.find(eq(BANK, bank)).sort(Sorts.descending(NUMBER)).first();
    long number = last == null ? 0 : last.getLong(NUMBER);
    var now = Date.from(Instant.now());
    var documents = new ArrayList<Document>(news.size());
    for (var one : news) {
      documents.add(
          new Document(BANK, bank)
              .append(NUMBER, ++number)
              .append(KEY, one.key())
              .append("at", now)
              .append("kind", one.kind().name())
              .append("statement", one.about())
              .append("line", one.line())
              .append("rule", one.rule())
              .append("on", one.on() == null ? null : one.on().toString())
              .append("sequence", one.sequence()));
    }
    try {
      entries.insertMany(documents);
      tidy(bank, number);
      return true;
    } catch (MongoBulkWriteException e) {
      if (e.getWriteErrors().stream()
          .allMatch(w -> ErrorCategory.fromErrorCode(w.getCode()) == ErrorCategory.DUPLICATE_KEY)) {
        return false;
      }
      throw e;
    }
  }

  private void tidy(UUID bank, long last) {
    var now = Instant.now();
    if (tidied.getOrDefault(bank, Instant.MIN).isBefore(now.minus(TIDIED_EVERY))) {
      tidied.put(bank, now);
      entries.deleteMany(and(eq(BANK, bank), lt(NUMBER, last), lt("at", oldest())));
    }
  }

  private Date oldest() {
    return Date.from(Instant.now().minus(keptFor));
  }

  /** A bank's entries behind a number, in order. */
  List<Entry> read(UUID bank, long behind, int limit) {
    return entries
        .find(and(eq(BANK, bank), gt(NUMBER, behind), gte("at", oldest())))
        .sort(Sorts.ascending(NUMBER))
        .limit(limit)
        .map(
            d ->
                new Entry(
                    d.getLong(NUMBER),
                    d.getDate("at").toInstant(),
                    new News(
                        Kind.valueOf(d.getString("kind")),
                        d.get("statement", UUID.class),
                        d.getLong("line"),
                        d.getString("rule"),
                        d.getString("on") == null ? null : LocalDate.parse(d.getString("on")),
                        d.get("sequence", 0L))))
        .into(new ArrayList<>());
  }
}
