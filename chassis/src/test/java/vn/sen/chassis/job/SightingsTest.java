package vn.sen.chassis.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SightingsTest {

  private static final UUID UPLOAD = UUID.randomUUID();
  private static final Duration HOUR = Duration.ofHours(1);

  private long nanos = -5;
  private final Sightings sightings = new Sightings(() -> nanos);

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  @Test
  void whatIsSeenForTheFirstTimeMayBeAtWork() {
    assertThat(sightings.still(Duration.ZERO, Map.of(UPLOAD, 1L))).isEmpty();
  }

  @Test
  void whatHasShownTheSameSignForLongStandsStill() {
    // given
    sightings.still(HOUR, Map.of(UPLOAD, 1L));
    // when
    pass(HOUR);
    var after = sightings.still(HOUR, Map.of(UPLOAD, 1L));
    pass(Duration.ofNanos(1));
    // then
    assertThat(after).isEmpty();
    assertThat(sightings.still(HOUR, Map.of(UPLOAD, 1L))).containsOnlyKeys(UPLOAD);
  }

  @Test
  void anotherSignBeginsAnew() {
    // given
    sightings.still(HOUR, Map.of(UPLOAD, 1L));
    pass(HOUR);
    // when
    sightings.still(HOUR, Map.of(UPLOAD, 2L));
    pass(Duration.ofMinutes(1));
    // then
    assertThat(sightings.still(HOUR, Map.of(UPLOAD, 2L))).isEmpty();
  }

  @Test
  void whatWasGoneMeanwhileBeginsAnew() {
    // given
    sightings.still(HOUR, Map.of(UPLOAD, 1L));
    sightings.still(HOUR, Map.of());
    // when
    pass(HOUR.plusNanos(1));
    // then
    assertThat(sightings.still(HOUR, Map.of(UPLOAD, 1L))).isEmpty();
  }
}
