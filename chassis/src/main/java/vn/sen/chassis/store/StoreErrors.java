package vn.sen.chassis.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.BsonMaximumSizeExceededException;

/** What the database's errors mean for a command or a question. */
public final class StoreErrors {

  private static final int DUPLICATE_KEY = 11000;
  private static final Set<Integer> TOO_LARGE = Set.of(10334, 17419, 17420);

  private StoreErrors() {}

  /**
   * Tries an operation that is safe to repeat, and once more if the first answer was lost.
   *
   * @throws StoreUnavailable if the second one is lost too
   */
  static <T> T retryingOnce(Supplier<T> operation) {
    try {
      return operation.get();
    } catch (MongoException | BsonMaximumSizeExceededException first) {
      if (!isTransient(first)) {
        throw translated(first);
      }
    }
    try {
      return operation.get();
    } catch (MongoException | BsonMaximumSizeExceededException second) {
      throw translated(second);
    }
  }

  static boolean isDuplicateKey(MongoException e) {
    return isDuplicateKey(e.getCode());
  }

  static boolean isDuplicateKey(int code) {
    return code == DUPLICATE_KEY;
  }

  /** Whether the database was not there to answer, so that asking again later makes sense. */
  public static boolean isTransient(RuntimeException e) {
    return e instanceof MongoSocketException
        || e instanceof MongoConnectionPoolClearedException
        || e instanceof MongoTimeoutException
        || e instanceof MongoNotPrimaryException
        || e instanceof MongoNodeIsRecoveringException
        || e instanceof MongoWriteConcernException
        || e instanceof MongoBulkWriteException bulk && bulk.getWriteConcernError() != null;
  }

  private static RuntimeException translated(RuntimeException e) {
    if (isTransient(e)) {
      return withCause(new StoreUnavailable(), e);
    }
    boolean tooLarge =
        e instanceof BsonMaximumSizeExceededException
            || e instanceof MongoException m && TOO_LARGE.contains(m.getCode());
    return tooLarge ? withCause(new AggregateTooLarge(), e) : e;
  }

  private static RuntimeException withCause(RuntimeException translated, RuntimeException cause) {
    translated.initCause(cause);
    return translated;
  }
}
