package vn.sen.membership.memberimport;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.sen.chassis.job.Claim;
import vn.sen.chassis.job.Jobs;
import vn.sen.chassis.store.AggregateStore;

/** Approved withdrawals as jobs, whichever instance approved them. */
@Component
class WithdrawalJobs implements Jobs {

  private static final Logger LOG = LoggerFactory.getLogger(WithdrawalJobs.class);

  private final AggregateStore<Withdrawal> store;
  private final WithdrawalProgress progress;
  private final WithdrawalRun run;

  WithdrawalJobs(AggregateStore<Withdrawal> store, WithdrawalProgress progress, WithdrawalRun run) {
    this.store = store;
    this.progress = progress;
    this.run = run;
  }

  @Override
  public List<Claim> waiting() {
    var approved =
        Filters.eq("ix." + WithdrawalConfiguration.STATE, Withdrawal.State.RUNNING.name());
    var waiting = new ArrayList<Claim>();
    for (var document : store.documents().find(approved)) {
      waiting.add(progress.claim(document.get("_id", UUID.class)));
    }
    return waiting;
  }

  @Override
  public boolean claim(Claim seen, String owner) {
    return progress.claim(seen, owner);
  }

  @Override
  public void work(UUID id, String owner) {
    if (store.get(id).state() instanceof Withdrawal.Running approved) {
      run.run(id, approved);
    }
  }

  /** What two people have agreed on is not left half done: it is tried again until it is done. */
  @Override
  public void giveUp(UUID id) {
    LOG.error("Withdrawal {} has failed again and again, and is tried again", id);
  }

  @Override
  public void tidy() {
    // a withdrawal leaves nothing behind
  }
}
