package vn.sen.chassis.view;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bson.Document;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the instances agree on about their views, in the store: one document for a view, changed by
 * compare-and-set. All methods throw unchecked exceptions when the store is away.
 */
final class GenerationTable {

  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final String VERSION = "v";
  private static final String CONTENT = "generations";

  private final MongoDatabase database;
  private final MongoCollection<Document> table;

  GenerationTable(MongoDatabase database) {
    this.database = database;
    this.table =
        database
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
            .getCollection("view_generations");
  }

  /**
   * What is agreed on about a view. One that was never spoken of is folded by these rules, or by
   * the first ones if there are rows from before rules had versions.
   */
  Generations find(ViewDefinition<?> view) {
    var known = table.find(Filters.eq("_id", view.name())).first();
    if (known != null) {
      return read(known);
    }
    var positions = database.getCollection(view.name() + "_positions");
    boolean older = positions.find().first() != null;
    var first = Generations.first(view.name(), older ? 1 : view.rules());
    try {
      table.insertOne(document(first));
      return first;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
      return find(view); // another instance was faster
    }
  }

  /**
   * Changes what is agreed on; where others change it meanwhile, it is asked again.
   *
   * @param change of what is there then; the same object where nothing is to be changed
   */
  Generations change(ViewDefinition<?> view, UnaryOperator<Generations> change) {
    while (true) {
      var known = find(view);
      var next = change.apply(known);
      if (next == known) {
        return known;
      }
      var replaced =
          table.replaceOne(
              new Document("_id", view.name()).append(VERSION, known.version()), document(next));
      if (replaced.getMatchedCount() == 1) {
        return next;
      }
    }
  }

  /** Forgets the rows of a generation, and all that was kept with them. */
  void drop(ViewDefinition<?> view, Generation generation) {
    for (var kind : List.of("_rows", "_sequences", "_parked", "_positions")) {
      database.getCollection(generation.collections(view.name()) + kind).drop();
    }
  }

  private static Generations read(Document document) {
    return MAPPER.readValue(document.getString(CONTENT), Generations.class);
  }

  private static Document document(Generations generations) {
    return new Document("_id", generations.view())
        .append(VERSION, generations.version())
        .append(CONTENT, MAPPER.writeValueAsString(generations));
  }
}
