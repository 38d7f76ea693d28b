package vn.sen.reporting.operations.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.chassis.view.RowSink;
import vn.sen.chassis.view.Serving;
import vn.sen.chassis.view.ViewDefinition;
import vn.sen.chassis.view.ViewEngine;
import vn.sen.chassis.view.ViewFactory;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.chassis.view.ViewReader;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventCatalog;
import vn.sen.events.Topic;
import vn.sen.events.membership.OrgUnitEvent;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitCreated;
import vn.sen.reporting.ReportingService;
import vn.sen.reporting.operations.ViewVerification;
import vn.sen.reporting.operations.ViewVerification.Outcome;

/** Whoever asks how a verification stands learns of its end, however it ends. */
class ViewVerifierIT extends ReportingService {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Autowired private ViewFactory views;
  @Autowired private MongoDatabase database;

  private final Units units = new Units();
  private ViewEngine<String> view;

  /** Counts units, until it breaks. */
  private static final class Units implements ViewDefinition<String> {
    private volatile boolean broken;

    @Override
    public String name() {
      return "units-verified";
    }

    @Override
    public List<Topic> topics() {
      return List.of(Topic.ORG_UNITS);
    }

    @Override
    public EventCatalog catalog() {
      return EventCatalog.of(List.of(OrgUnitEvent.class));
    }

    @Override
    public Set<Class<? extends DomainEvent>> wants() {
      return Set.of(OrgUnitCreated.class);
    }

    @Override
    public void fold(DomainEvent event, RecordMeta meta, RowSink<String> rows) {
      if (broken) {
        throw new StackOverflowError("broken");
      }
      rows.add("units", 1);
    }

    @Override
    public String write(String row) {
      return row;
    }

    @Override
    public String read(String text) {
      return text;
    }
  }

  /** Shows its figures to nobody. */
  private static final class Nobody implements ViewReader<String> {
    @Override
    public void add(String row, long delta) {}

    @Override
    public void publish(ViewPosition position) {}
  }

  @BeforeEach
  void start() {
    view = views.create(units, new Serving<>(Nobody::new));
    view.start();
    await().atMost(PATIENCE).until(() -> view.position().isLoaded());
  }

  @AfterEach
  void stop() {
    view.stop();
  }

  private Outcome outcome(ViewVerifier verifier) {
    var begun = verifier.begin(view);
    // the error of a verification ends its thread
    await().dontCatchUncaughtExceptions().atMost(PATIENCE).until(() -> ended(verifier, begun.id()));
    return verifier.find(begun.id()).map(ViewVerification::state).orElseThrow();
  }

  private static boolean ended(ViewVerifier verifier, UUID id) {
    return verifier.find(id).filter(v -> v.state() != Outcome.RUNNING).isPresent();
  }

  @Test
  void thatItBrokeIsItsEnd() {
    // given a view whose rules end in an error of the machine, as too deep a recursion is
    units.broken = true;
    // then
    assertThat(outcome(new ViewVerifier(database, views.replay()))).isEqualTo(Outcome.FAILED);
  }

  @Test
  void theEndIsKeptAlsoIfTheStoreWasAwayThen() {
    // given a store that is away when the end is to be kept
    var tries = new AtomicInteger();
    var verifier = new ViewVerifier(awayOnce(tries), views.replay());
    // then
    assertThat(outcome(verifier)).isEqualTo(Outcome.EQUAL);
    assertThat(tries).hasValue(2);
  }

  private MongoDatabase awayOnce(AtomicInteger tries) {
    return (MongoDatabase)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {MongoDatabase.class},
            (_, method, arguments) -> {
              var answer = method.invoke(database, arguments);
              return answer instanceof MongoCollection<?> collection
                  ? awayOnce(collection, tries)
                  : answer;
            });
  }

  private static Object awayOnce(MongoCollection<?> collection, AtomicInteger tries) {
    return Proxy.newProxyInstance(
        ViewVerifierIT.class.getClassLoader(),
        new Class<?>[] {MongoCollection.class},
        (_, method, arguments) -> {
          boolean isEnd =
              method.getName().equals("replaceOne")
                  && arguments[1] instanceof Document document
                  && !document.getString("verification").contains(Outcome.RUNNING.name());
          if (isEnd && tries.getAndIncrement() == 0) {
            throw new MongoException("The store is away");
          }
          try {
            return method.invoke(collection, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }
}
