package vn.sen.lending.statement;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * News for banks. A bank's entries are numbered without gaps, each written only when the one before
 * it is there: who reads on from a number misses nothing.
 */
@Component
class BankFeed {

  private static final String BANK = "bank";
  private static final String NUMBER = "number";
  private static final String KEY = "key";
  private static final int MAX_ATTEMPTS = 50;

  private final MongoCollection<Document> entries;

  BankFeed(MongoDatabase database) {
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
    LINE_REFUSED
  }

  /**
   * Something to tell a bank.
   *
   * @param line of the statement, or null
   * @param rule that the line breaks, or that kept the statement from being compared, or null
   */
  record News(Kind kind, UUID statementId, @Nullable Long line, @Nullable String rule) {
    private String key() {
      return statementId + "/" + kind + (line == null ? "" : "/" + line);
    }
  }

  /**
   * Something told.
   *
   * @param number of the entry among the bank's
   */
  record Entry(long number, Instant at, News news) {}

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
              .append("statement", one.statementId())
              .append("line", one.line())
              .append("rule", one.rule()));
    }
    try {
      entries.insertMany(documents);
      return true;
    } catch (MongoBulkWriteException e) {
      if (e.getWriteErrors().stream()
          .allMatch(w -> ErrorCategory.fromErrorCode(w.getCode()) == ErrorCategory.DUPLICATE_KEY)) {
        return false;
      }
      throw e;
    }
  }

  /** A bank's entries behind a number, in order. */
  List<Entry> read(UUID bank, long behind, int limit) {
    return entries
        .find(and(eq(BANK, bank), gt(NUMBER, behind)))
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
                        d.getString("rule"))))
        .into(new ArrayList<>());
  }
}
