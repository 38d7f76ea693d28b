package vn.sen.membership.memberimport;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.sen.chassis.job.Claim;
import vn.sen.chassis.job.Jobs;
import vn.sen.chassis.job.Sightings;

/** Imports as jobs: the dry run and the real run. */
@Component
class ImportJobs implements Jobs {

  private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);
  private static final Duration BROKEN_UPLOAD_AFTER = Duration.ofHours(1);

  /** Rows of people are not kept for an officer who never comes back to them. */
  private static final Duration EXPIRES_AFTER = Duration.ofDays(30);

  private final ImportStore store;
  private final DryRun dryRun;
  private final RealRun realRun;
  private final Sightings sightings = new Sightings();

  ImportJobs(ImportStore store, DryRun dryRun, RealRun realRun) {
    this.store = store;
    this.dryRun = dryRun;
    this.realRun = realRun;
  }

  @Override
  public List<Claim> waiting() {
    return store.waiting();
  }

  @Override
  public boolean claim(Claim seen, String owner) {
    return store.claim(seen, owner);
  }

  @Override
  public void work(UUID id, String owner) {
    var found = store.find(id).orElse(null);
    if (found == null) {
      return;
    }
    switch (found.state()) {
      case VALIDATING -> dryRun.run(found, owner);
      case RUNNING -> realRun.run(found, owner);
      default -> LOG.debug("Import {} has moved on meanwhile", id);
    }
  }

  @Override
  public void giveUp(UUID id) {
    store.find(id).ifPresent(found -> store.move(id, found.state(), ImportState.FAILED));
  }

  @Override
  public void refused(UUID id, String rule) {
    store.find(id).ifPresent(found -> store.fail(id, found.state(), rule));
  }

  @Override
  public void tidy() {
    sightings.still(BROKEN_UPLOAD_AFTER, store.uploads()).forEach(store::discard);
    store.expire(Instant.now().minus(EXPIRES_AFTER));
  }
}
