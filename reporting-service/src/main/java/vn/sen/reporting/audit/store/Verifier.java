package vn.sen.reporting.audit.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.events.audit.ChainHead;
import vn.sen.reporting.audit.Verification;
import vn.sen.reporting.audit.Verification.State;
import vn.sen.reporting.audit.VerificationUnderWay;

/**
 * Carries verifications out, one at a time in an instance; how they stand is kept where every
 * instance can tell it.
 */
public final class Verifier {

  private static final Logger LOG = LoggerFactory.getLogger(Verifier.class);
  private static final Duration TELL = Duration.ofSeconds(1);
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final String CONTENT = "verification";

  private final TrailCheck check;
  private final TrailStore store;
  private final MongoCollection<Document> verifications;
  private boolean running;

  Verifier(MongoDatabase database, TrailStore store, TrailCheck check) {
    this.check = check;
    this.store = store;
    this.verifications = database.getCollection("audit_verifications");
  }

  /**
   * Begins a verification.
   *
   * @param kept heads that somebody has kept outside; the chains must pass through them
   * @throws VerificationUnderWay if there is one already (409)
   */
  public synchronized Verification begin(List<ChainHead> kept) {
    if (running) {
      throw new VerificationUnderWay();
    }
    long total = store.heads().stream().mapToLong(ChainHead::next).sum();
    var begun = Verification.begun(UUID.randomUUID(), total, Instant.now());
    keep(begun);
    running = true;
    Thread.ofPlatform().daemon().name("audit-verification").start(() -> carryOut(begun, kept));
    return begun;
  }

  /** How a verification stands. */
  public Optional<Verification> find(UUID id) {
    return Optional.ofNullable(verifications.find(Filters.eq("_id", id)).first())
        .map(document -> MAPPER.readValue(document.getString(CONTENT), Verification.class));
  }

  private void carryOut(Verification begun, List<ChainHead> kept) {
    var progress = new Progress(begun);
    Verification ended;
    try {
      var result = check.check(kept, progress::checked);
      var difference = result.difference();
      ended =
          progress.verification.ended(
              difference == null ? State.INTACT : State.BROKEN,
              difference,
              result.heads(),
              Instant.now());
    } catch (RuntimeException e) {
      LOG.error("The audit trail could not be verified", e);
      ended = progress.verification.ended(State.FAILED, null, List.of(), Instant.now());
    }
    try {
      keep(ended);
      LOG.info("Audit trail: {}", ended);
    } finally {
      over();
    }
  }

  private synchronized void over() {
    running = false;
  }

  private void keep(Verification verification) {
    verifications.replaceOne(
        Filters.eq("_id", verification.id()),
        new Document("_id", verification.id())
            .append(CONTENT, MAPPER.writeValueAsString(verification)),
        new ReplaceOptions().upsert(true));
  }

  /** Tells now and then how far it is. */
  private final class Progress {
    private Verification verification;
    private long nextTelling = System.nanoTime() + TELL.toNanos();

    Progress(Verification begun) {
      this.verification = begun;
    }

    void checked(long entries) {
      verification = verification.checked(entries);
      if (System.nanoTime() - nextTelling >= 0) {
        nextTelling = System.nanoTime() + TELL.toNanos();
        keep(verification);
      }
    }
  }
}
