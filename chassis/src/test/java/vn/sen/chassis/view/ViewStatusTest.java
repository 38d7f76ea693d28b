package vn.sen.chassis.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewStatusTest {

  private static final Instant NOW = Instant.parse("2026-01-05T02:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static ViewStatus asOf(Instant asOf, boolean complete) {
    return new ViewStatus(asOf, complete, 0, 0, 0, 0, NOW, List.of());
  }

  @Test
  void isUpToDateOnlyWhereItIsCompleteAndNotLongAgo() {
    assertThat(asOf(NOW.minus(MINUTE), true).isUpToDate(NOW, MINUTE)).isTrue();
    assertThat(asOf(NOW.minus(MINUTE).minusMillis(1), true).isUpToDate(NOW, MINUTE)).isFalse();
    assertThat(asOf(Instant.EPOCH, true).isUpToDate(NOW, MINUTE)).isFalse();
    assertThat(asOf(NOW, false).isUpToDate(NOW, MINUTE)).isFalse();
  }
}
