package vn.sen.chassis.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.store.ConcurrentChange;

class JobRunnerTest {

  private static final UUID JOB = UUID.randomUUID();

  private final OneJob job = new OneJob();
  private final JobRunner runner = new JobRunner("test jobs", job, "me", Duration.ofMillis(100));

  @AfterEach
  void stop() {
    runner.stop();
  }

  private void start() {
    runner.start();
    runner.wake();
  }

  @Test
  void aJobThatNobodyHasBegunIsDone() {
    // when
    start();
    // then
    await().until(() -> job.done);
    assertThat(job.claim.owner()).isEqualTo("me");
    assertThat(job.attempts).hasValue(1);
  }

  @Test
  void aJobOfAnInstanceThatGivesSignsOfLifeIsLeftToIt() {
    // given
    job.claim = new Claim(JOB, "other", 7);
    job.beatsOnEachLook = true;
    // when
    start();
    // then
    await()
        .until(
            () -> {
              runner.wake();
              return job.claim.beat() > 10;
            });
    assertThat(job.attempts).hasValue(0);
  }

  @Test
  void aJobOfAnInstanceThatIsGoneIsTakenOver() {
    // given
    job.claim = new Claim(JOB, "other", 7);
    // when
    start();
    // then
    await().until(() -> job.done);
    assertThat(job.claim).isEqualTo(new Claim(JOB, "me", 8));
  }

  @Test
  void aJobThatFailsAgainAndAgainIsGivenUp() {
    // given
    job.failing = true;
    // when
    start();
    // then
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              runner.wake();
              return job.givenUp;
            });
    assertThat(job.attempts).hasValue(5);
  }

  @Test
  void aJobThatARuleRefusesIsNotTriedAgain() {
    // given
    job.refusal = new NeverOnSundays();
    // when
    start();
    // then
    await().until(() -> "never-on-sundays".equals(job.refusedBy));
    assertThat(job.attempts).hasValue(1);
    assertThat(job.givenUp).isTrue();
  }

  @Test
  void aJobThatARuleRefusesOnlyForNowWaits() {
    // given
    job.refusal = new ConcurrentChange();
    // when
    start();
    await()
        .until(
            () -> {
              runner.wake();
              return job.attempts.get() > 5;
            });
    job.refusal = null;
    // then
    await().until(() -> job.done);
    assertThat(job.givenUp).isFalse();
  }

  @Test
  void whatFailsBesideTheWorkEndsNothing() {
    // given
    job.untidy.set(2);
    // when
    start();
    // then
    await().atMost(Duration.ofSeconds(30)).until(() -> job.done);
    assertThat(job.untidy).hasValue(0);
  }

  private static final class NeverOnSundays extends RuleViolation {
    NeverOnSundays() {
      super("");
    }
  }

  /** The only job there is. */
  private static final class OneJob implements Jobs {
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger untidy = new AtomicInteger();
    private volatile Claim claim = new Claim(JOB, null, 0);
    private volatile boolean beatsOnEachLook;
    private volatile boolean failing;
    private volatile @Nullable RuleViolation refusal;
    private volatile @Nullable String refusedBy;
    private volatile boolean done;
    private volatile boolean givenUp;

    @Override
    public List<Claim> waiting() {
      if (done || givenUp) {
        return List.of();
      }
      if (beatsOnEachLook) {
        claim = beaten(claim, claim.owner());
      }
      return List.of(claim);
    }

    private static Claim beaten(Claim claim, @Nullable String owner) {
      return new Claim(claim.id(), owner, claim.beat() + 1);
    }

    @Override
    public boolean claim(Claim seen, String owner) {
      claim = beaten(claim, owner);
      return true;
    }

    @Override
    public void work(UUID id, String owner) {
      attempts.incrementAndGet();
      var against = refusal;
      if (against != null) {
        throw against;
      }
      if (failing) {
        throw new IllegalStateException("It cannot be done");
      }
      done = true;
    }

    @Override
    public void giveUp(UUID id) {
      givenUp = true;
    }

    @Override
    public void refused(UUID id, String rule) {
      giveUp(id);
      refusedBy = rule;
    }

    @Override
    public void tidy() {
      if (untidy.get() > 0) {
        untidy.decrementAndGet();
        throw new IllegalStateException("It cannot be tidied");
      }
    }
  }
}
