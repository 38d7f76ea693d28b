package vn.sen.chassis.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ServerId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoreErrorsTest {

  static Stream<RuntimeException> whatSaysThatTheStoreIsAway() {
    var server = new ServerAddress();
    return Stream.of(
        new MongoTimeoutException("no server"),
        new MongoSocketReadException("gone", server),
        new MongoConnectionPoolClearedException(new ServerId(new ClusterId(), server), null),
        noMajority(server));
  }

  /** Written in bulk, and it is not known whether it lasts. */
  private static RuntimeException noMajority(ServerAddress server) {
    var noMajority = new WriteConcernError(189, "PrimarySteppedDown", "", new BsonDocument());
    return new MongoBulkWriteException(
        BulkWriteResult.unacknowledged(), List.of(), noMajority, server, Set.of());
  }

  @ParameterizedTest
  @MethodSource("whatSaysThatTheStoreIsAway")
  void oneFailureIsTriedAgain(RuntimeException away) {
    var attempts = new AtomicInteger();

    var answer =
        StoreErrors.retryingOnce(
            () -> {
              if (attempts.incrementAndGet() == 1) {
                throw away;
              }
              return "there";
            });

    assertThat(answer).isEqualTo("there");
  }

  @ParameterizedTest
  @MethodSource("whatSaysThatTheStoreIsAway")
  void theSecondFailureAsksForPatience(RuntimeException away) {
    assertThatThrownBy(
            () ->
                StoreErrors.retryingOnce(
                    () -> {
                      throw away;
                    }))
        .isInstanceOf(StoreUnavailable.class)
        .hasCause(away);
  }
}
