package vn.sen.benchmarks.server;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sen.benchmarks.rebuild.MemberLog;
import vn.sen.benchmarks.rebuild.UnitLog;
import vn.sen.events.Topic;

/**
 * Broker, store and services, each started when it is first asked for. They know the units of
 * {@link UnitLog}.
 */
public final class Servers implements AutoCloseable {

  private static final int MEMBERS = 20_000;
  private static final int EVENTS_EACH = 4;

  private final Scratch scratch;
  private final Queue<ServerProcess> services = new ConcurrentLinkedQueue<>();
  private @Nullable ServerProcess broker;
  private @Nullable ServerProcess store;
  private @Nullable ServerProcess membership;
  private @Nullable ServerProcess lending;
  private @Nullable ServerProcess reporting;
  private @Nullable ServerProcess gateway;
  private boolean hasMembers;

  private Servers(Scratch scratch) {
    this.scratch = scratch;
  }

  /** None is started yet. */
  public static Servers prepare() throws IOException {
    return new Servers(Scratch.create());
  }

  /** Starts a server that ends with these. */
  @FunctionalInterface
  public interface Start {
    ServerProcess with(ServerProcess broker, ServerProcess store, Scratch scratch)
        throws IOException;
  }

  /** The folder of their data. */
  public Scratch scratch() {
    return scratch;
  }

  /** Where the demo's data are; the folder is not there before a demo was loaded well. */
  public Path demoFolder() {
    return scratch.resolve("demo");
  }

  /** The broker; its topic of units is written. */
  public ServerProcess broker() throws IOException, InterruptedException {
    if (broker == null) {
      broker = ServerProcess.broker(scratch);
      UnitLog.write(broker.address());
    }
    return broker;
  }

  /** The document store. */
  public ServerProcess store() throws IOException {
    if (store == null) {
      store = ServerProcess.store(scratch);
    }
    return store;
  }

  /** A client of the store, to be closed by the caller. */
  public MongoClient mongo() throws IOException {
    return MongoClients.create("mongodb://" + store().address() + "/?uuidRepresentation=standard");
  }

  /** The membership service. */
  public ServerProcess membership() throws IOException, InterruptedException {
    if (membership == null) {
      membership = another(ServerProcess::membership);
    }
    return membership;
  }

  /** The lending service. */
  public ServerProcess lending() throws IOException, InterruptedException {
    if (lending == null) {
      lending = another(ServerProcess::lending);
    }
    return lending;
  }

  /** The reporting service. */
  public ServerProcess reporting() throws IOException, InterruptedException {
    if (reporting == null) {
      reporting = another(ServerProcess::reporting);
    }
    return reporting;
  }

  /** The gateway in front of the membership and the reporting service. */
  public ServerProcess gateway() throws IOException, InterruptedException {
    if (gateway == null) {
      gateway = kept(ServerProcess.gateway(membership(), reporting(), scratch));
    }
    return gateway;
  }

  private ServerProcess another(Start start) throws IOException, InterruptedException {
    return kept(start.with(broker(), store(), scratch));
  }

  /**
   * Two more services, which start at the same time, so that neither has an advantage; the caller
   * may end them before the others.
   */
  public Pair pair(Start one, Start other) throws IOException, InterruptedException {
    var broker = broker();
    var store = store();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> kept(one.with(broker, store, scratch)));
      var second = threads.submit(() -> kept(other.with(broker, store, scratch)));
      return new Pair(first.get(), second.get());
    } catch (ExecutionException e) {
      throw new IllegalStateException("A service did not start", e.getCause());
    }
  }

  /** Two services to compare. */
  public record Pair(ServerProcess one, ServerProcess other) implements AutoCloseable {

    @Override
    public void close() {
      Stream.of(one, other).parallel().forEach(ServerProcess::close);
    }
  }

  /** Fills the members' topic, so that a report has something to tell. */
  public void writeMembers() throws IOException, InterruptedException {
    if (!hasMembers) {
      MemberLog.write(broker().address(), Topic.MEMBERS.name(), MEMBERS, EVENTS_EACH);
      hasMembers = true;
    }
  }

  private ServerProcess kept(ServerProcess service) {
    services.add(service);
    return service;
  }

  /** Ends everything, services before what they stand on. */
  @Override
  public void close() throws IOException {
    services.parallelStream().forEach(ServerProcess::close);
    Stream.of(broker, store).filter(Objects::nonNull).parallel().forEach(ServerProcess::close);
    scratch.close();
  }
}
