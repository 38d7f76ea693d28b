package vn.sen.chassis.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import vn.sen.embedded.SharedInfrastructure;

class LeasesTest {

  private static final Duration LEASE = Duration.ofSeconds(5);
  private static final Duration TURN = LEASE.dividedBy(4);

  private final AtomicLong now = new AtomicLong();

  @Test
  void whoSawAnInstanceDieTakesItsLeasesEvenBeyondTheFairShare() {
    try (var client = MongoClients.create(SharedInfrastructure.mongoUri())) {
      // given two that share the buckets
      var database = client.getDatabase("leases_" + UUID.randomUUID());
      var survivor = new Leases(database, "survivor", LEASE, now::get);
      var victim = new Leases(database, "victim", LEASE, now::get);
      turn(survivor, victim);
      turn(survivor, victim);
      assertThat(survivor.held()).hasSize(8);
      assertThat(victim.held()).hasSize(8);

      // when one is gone, and another one starts shortly before that shows
      turn(survivor);
      turn(survivor);
      turn(survivor);
      var newcomer = new Leases(database, "newcomer", LEASE, now::get);
      turn(newcomer, survivor);
      turn(newcomer, survivor);

      // then no bucket waits for the newcomer to watch it
      assertThat(survivor.held().size() + newcomer.held().size()).isEqualTo(16);

      // and the shares are fair soon after
      turn(survivor, newcomer);
      assertThat(survivor.held()).hasSize(8);
      assertThat(newcomer.held()).hasSize(8);
    }
  }

  /** Each renews, in this order; then a quarter of the lease time passes. */
  private void turn(Leases... instances) {
    for (var instance : instances) {
      instance.renew();
    }
    now.addAndGet(TURN.toNanos());
  }
}
