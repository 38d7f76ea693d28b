package vn.sen.reporting.operations.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.chassis.view.LogReplay;
import vn.sen.chassis.view.ViewEngine;
import vn.sen.reporting.operations.ViewVerification;
import vn.sen.reporting.operations.ViewVerificationUnderWay;

/**
 * Verifies views, one at a time in an instance; how that stands is kept where every instance can
 * tell it.
 */
public final class ViewVerifier {

  private static final Logger LOG = LoggerFactory.getLogger(ViewVerifier.class);
  private static final Duration TELL = Duration.ofMillis(500);
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final String CONTENT = "verification";

  private final MongoCollection<Document> verifications;
  private final LogReplay replay;
  private boolean running;

  public ViewVerifier(MongoDatabase database, LogReplay replay) {
    this.verifications = database.getCollection("view_verifications");
    this.replay = replay;
  }

  /**
   * Begins to verify a view that is loaded.
   *
   * @throws ViewVerificationUnderWay if another one is under way (409)
   */
  public synchronized ViewVerification begin(ViewEngine<?> view) {
    if (running) {
      throw new ViewVerificationUnderWay();
    }
    long total =
        view.position().topics().values().stream()
            .flatMap(topic -> topic.next().stream())
            .mapToLong(next -> Math.max(0, next))
            .sum();
    var begun = ViewVerification.begun(UUID.randomUUID(), view.name(), total, Instant.now());
    keep(begun);
    running = true;
    Thread.ofPlatform().daemon().name("view-verification").start(() -> carryOut(view, begun));
    return begun;
  }

  /** How a verification stands. */
  public Optional<ViewVerification> find(UUID id) {
    return Optional.ofNullable(verifications.find(Filters.eq("_id", id)).first())
        .map(document -> MAPPER.readValue(document.getString(CONTENT), ViewVerification.class));
  }

  private void carryOut(ViewEngine<?> view, ViewVerification begun) {
    var progress = new Progress(begun);
    try {
      ViewVerification ended;
      try {
        var found = view.check(replay, progress::read);
        ended = progress.verification.ended(found, Instant.now());
      } catch (RuntimeException e) {
        LOG.error("View {} could not be verified", view.name(), e);
        ended = progress.failed(e);
      } catch (Error e) {
        keepEnd(progress.failed(e));
        throw e;
      }
      keepEnd(ended);
      LOG.info("View {}: {}, {} rows differ", view.name(), ended.state(), ended.different());
    } finally {
      over();
    }
  }

  private synchronized void over() {
    running = false;
  }

  /** Whoever asks would wait for ever for an end that was not kept. */
  private void keepEnd(ViewVerification ended) {
    try {
      keep(ended);
    } catch (RuntimeException e) {
      LOG.warn("The end of verification {} is kept again: {}", ended.id(), e.toString());
      keep(ended);
    }
  }

  private void keep(ViewVerification verification) {
    verifications.replaceOne(
        Filters.eq("_id", verification.id()),
        new Document("_id", verification.id())
            .append(CONTENT, MAPPER.writeValueAsString(verification)),
        new ReplaceOptions().upsert(true));
  }

  /** Tells now and then how far it is. */
  private final class Progress {
    private ViewVerification verification;
    private long nextTelling = System.nanoTime() + TELL.toNanos();

    Progress(ViewVerification begun) {
      this.verification = begun;
    }

    ViewVerification failed(Throwable cause) {
      return verification.failed(cause.getClass().getSimpleName(), Instant.now());
    }

    void read(long records) {
      verification = verification.read(records);
      if (System.nanoTime() - nextTelling >= 0) {
        nextTelling = System.nanoTime() + TELL.toNanos();
        keep(verification);
      }
    }
  }
}
