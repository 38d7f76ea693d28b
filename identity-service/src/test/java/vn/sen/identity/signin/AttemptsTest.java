package vn.sen.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptsTest {

  private static final Attempts.Policy POLICY = new Attempts.Policy(3, Duration.ofMinutes(15));
  private static final Instant NOW = Instant.parse("2026-03-10T08:00:00Z");

  private static Attempts failed(int times, Instant last) {
    return new Attempts(times, last);
  }

  @Test
  void failuresInARowLockTheName() {
    // given
    var two = failed(2, NOW);
    // when
    var third = Attempts.oneMore(two, NOW, POLICY).orElseThrow();
    // then
    assertThat(third.failures()).isEqualTo(3);
    assertThat(Attempts.oneMore(third, NOW.plusSeconds(1), POLICY)).isEmpty();
  }

  @Test
  void theLockEndsByItselfAndIsNotProlongedByTrying() {
    var locked = failed(3, NOW);
    assertThat(Attempts.oneMore(locked, NOW.plus(POLICY.lockOut()).minusMillis(1), POLICY))
        .isEmpty();
    assertThat(Attempts.oneMore(locked, NOW.plus(POLICY.lockOut()), POLICY))
        .contains(failed(1, NOW.plus(POLICY.lockOut())));
  }

  @Test
  void oldFailuresDoNotCount() {
    var later = NOW.plus(Duration.ofHours(1));
    assertThat(Attempts.oneMore(failed(2, NOW), later, POLICY)).contains(failed(1, later));
  }
}
