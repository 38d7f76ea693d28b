package vn.sen.lending.statement;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.privacy.DataKeys;
import vn.sen.chassis.privacy.Sealer;
import vn.sen.events.lending.DifferenceCause;
import vn.sen.lending.loan.Balances;
import vn.sen.lending.statement.Difference.Acceptance;

/**
 * What was found in statements: differences and refused lines, by line. Each has an id that follows
 * from the statement and what it is about, so writing it again changes nothing. Loan numbers are
 * encrypted under the key of the statement's lines.
 */
@Component
class StatementFindings {

  /** Behind all lines. */
  private static final int NO_LINE = 9_999_999;

  private static final String STATEMENT = "statement";
  private static final String CAUSE = "cause";
  private static final String NUMBER = "number";
  private static final String TAKEN = "taken";
  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
  private static final BulkWriteOptions IN_ANY_ORDER = new BulkWriteOptions().ordered(false);

  private final MongoCollection<Document> differences;
  private final MongoCollection<Document> refusals;
  private final DataKeys keys;

  StatementFindings(MongoDatabase database, DataKeys keys) {
    this.differences = database.getCollection("statementDifferences");
    this.refusals = database.getCollection("statementRefusals");
    this.keys = keys;
    differences.createIndex(Indexes.ascending(STATEMENT, CAUSE));
    refusals.createIndex(Indexes.ascending(STATEMENT));
  }

  /**
   * A page of what was found.
   *
   * @param next where the next page begins, or null
   */
  record Found<T>(List<T> items, @Nullable String next) {}

  /** Writes differences down; safe to repeat. */
  void put(StatementFile of, Collection<Difference> found) {
    if (found.isEmpty() || of.attempt() == null) {
      return;
    }
    var sealer = keys.make(of.attempt());
    List<WriteModel<Document>> writes = new ArrayList<>();
    for (var difference : found) {
      var document = document(of.id(), difference, sealer);
      writes.add(new ReplaceOneModel<>(eq("_id", document.getString("_id")), document, UPSERT));
    }
    differences.bulkWrite(writes, IN_ANY_ORDER);
  }

  private static Document document(UUID statement, Difference difference, Sealer sealer) {
    var id = id(statement, difference);
    var document =
        new Document("_id", id)
            .append(STATEMENT, statement)
            .append("line", difference.line())
            .append("loan", difference.loanId())
            .append(CAUSE, difference.cause().name())
            .append("amount", difference.amount())
            .append("stated", document(difference.stated()))
            .append("known", document(difference.known()));
    if (difference.since() != null) {
      document.append("since", difference.since().toString());
    }
    if (difference.number() != null) {
      document.append(NUMBER, new Binary(sealer.seal(id, difference.number())));
    }
    return document;
  }

  private static String id(UUID statement, Difference difference) {
    long line = difference.line() == 0 ? NO_LINE : difference.line();
    return id(statement, line, difference.loanId());
  }

  private static String id(UUID statement, long line, UUID loan) {
    return "%s/%07d/%s".formatted(statement, line, loan);
  }

  private static @Nullable Document document(@Nullable Balances balances) {
    return balances == null
        ? null
        : new Document("inTerm", balances.inTerm())
            .append("overdue", balances.overdue())
            .append("frozen", balances.frozen())
            .append("interestArrears", balances.interestArrears());
  }

  /** Notes what became of taking the statement's word. */
  void accepted(StatementFile of, Map<Difference, Acceptance> outcomes) {
    List<WriteModel<Document>> writes = new ArrayList<>();
    outcomes.forEach(
        (difference, outcome) ->
            writes.add(
                new UpdateOneModel<>(
                    eq("_id", id(of.id(), difference)),
                    set(
                        TAKEN,
                        new Document("taken", outcome.taken())
                            .append("refusal", outcome.refusal())))));
    if (!writes.isEmpty()) {
      differences.bulkWrite(writes, IN_ANY_ORDER);
    }
  }

  /** Differences of causes that nothing has become of yet. */
  List<Difference> open(StatementFile of, Set<DifferenceCause> causes, int limit) {
    var filter =
        and(
            eq(STATEMENT, of.id()),
            in(CAUSE, causes.stream().map(DifferenceCause::name).toList()),
            exists(TAKEN, false));
    return read(of, differences.find(filter).limit(limit).into(new ArrayList<>()));
  }

  /** Those of a cause, by loan, that are about some of the lines. */
  Map<UUID, Difference> open(
      StatementFile of, DifferenceCause cause, Collection<StatementChunks.Named> lines) {
    var ids =
        lines.stream().map(named -> id(of.id(), named.line().number(), named.loan())).toList();
    var filter = and(in("_id", ids), eq(CAUSE, cause.name()), exists(TAKEN, false));
    var found = new LinkedHashMap<UUID, Difference>();
    read(of, differences.find(filter).into(new ArrayList<>()))
        .forEach(difference -> found.put(difference.loanId(), difference));
    return found;
  }

  /**
   * Differences in the order of their lines, those that no line names last.
   *
   * @param cause null for all
   * @param behind where the page before ended, or null
   */
  Found<Difference> differences(
      StatementFile of, @Nullable DifferenceCause cause, @Nullable String behind, int limit) {
    var filters = new ArrayList<Bson>();
    filters.add(eq(STATEMENT, of.id()));
    if (cause != null) {
      filters.add(eq(CAUSE, cause.name()));
    }
    var documents = page(differences, of.id(), filters, behind, limit);
    return new Found<>(read(of, documents.items()), documents.next());
  }

  /** Hands over all differences in the order of {@link #differences}. */
  void eachDifference(StatementFile of, Consumer<Difference> consumer) {
    var sealer = sealer(of);
    for (var document : differences.find(eq(STATEMENT, of.id())).sort(Sorts.ascending("_id"))) {
      consumer.accept(read(document, sealer));
    }
  }

  private static Found<Document> page(
      MongoCollection<Document> from,
      UUID statement,
      List<Bson> filters,
      @Nullable String behind,
      int limit) {
    if (behind != null) {
      filters.add(gt("_id", statement + "/" + behind));
    }
    var found =
        from.find(and(filters))
            .sort(Sorts.ascending("_id"))
            .limit(limit + 1)
            .into(new ArrayList<>());
    if (found.size() <= limit) {
      return new Found<>(found, null);
    }
    var page = List.copyOf(found.subList(0, limit));
    var last = page.getLast().getString("_id");
    return new Found<>(page, last.substring(last.indexOf('/') + 1));
  }

  private List<Difference> read(StatementFile of, List<Document> documents) {
    var sealer = sealer(of);
    return documents.stream().map(d -> read(d, sealer)).toList();
  }

  /** Null where the statement's people are forgotten. */
  private @Nullable Sealer sealer(StatementFile of) {
    var attempt = of.attempt();
    return attempt == null ? null : keys.find(Set.of(attempt)).get(attempt);
  }

  private static Difference read(Document d, @Nullable Sealer sealer) {
    var sealed = d.get(NUMBER, Binary.class);
    var since = d.getString("since");
    var taken = d.get(TAKEN, Document.class);
    return new Difference(
        d.getLong("line"),
        d.get("loan", UUID.class),
        sealer == null || sealed == null ? null : sealer.open(d.getString("_id"), sealed.getData()),
        DifferenceCause.valueOf(d.getString(CAUSE)),
        d.getLong("amount"),
        since == null ? null : LocalDate.parse(since),
        balances(d.get("stated", Document.class)),
        balances(d.get("known", Document.class)),
        taken == null
            ? null
            : new Acceptance(taken.getBoolean("taken"), taken.getString("refusal")));
  }

  private static @Nullable Balances balances(@Nullable Document d) {
    return d == null
        ? null
        : new Balances(
            d.getLong("inTerm"),
            d.getLong("overdue"),
            d.getLong("frozen"),
            d.getLong("interestArrears"));
  }

  /** Writes refused lines down; safe to repeat. */
  void refuse(UUID statement, Collection<StatementChunks.Refused> refused) {
    List<WriteModel<Document>> writes = new ArrayList<>();
    for (var one : refused) {
      var id = "%s/%07d".formatted(statement, one.refusal().line());
      var document =
          RefusalDocuments.document(one.refusal())
              .append("_id", id)
              .append(STATEMENT, statement)
              .append("loan", one.loan());
      writes.add(new ReplaceOneModel<>(eq("_id", id), document, UPSERT));
    }
    if (!writes.isEmpty()) {
      refusals.bulkWrite(writes, IN_ANY_ORDER);
    }
  }

  /** Hands over the loans that refused lines name. */
  void eachRefusedLoan(UUID statement, Consumer<UUID> consumer) {
    refusals
        .find(and(eq(STATEMENT, statement), exists("loan")))
        .projection(Projections.include("loan"))
        .forEach(
            d -> {
              var loan = d.get("loan", UUID.class);
              if (loan != null) {
                consumer.accept(loan);
              }
            });
  }

  /** Refused lines in their order. */
  Found<LineRefusal> refusals(UUID statement, @Nullable String behind, int limit) {
    var filters = new ArrayList<Bson>();
    filters.add(eq(STATEMENT, statement));
    var documents = page(refusals, statement, filters, behind, limit);
    return new Found<>(
        documents.items().stream().map(RefusalDocuments::refusal).toList(), documents.next());
  }

  /** Hands over all refused lines in their order. */
  void eachRefusal(UUID statement, Consumer<LineRefusal> consumer) {
    for (var document : refusals.find(eq(STATEMENT, statement)).sort(Sorts.ascending("_id"))) {
      consumer.accept(RefusalDocuments.refusal(document));
    }
  }
}
