package vn.sen.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

class ReportCacheSizeTest {

  @Nested
  @TestPropertySource(properties = "sen.gateway.report-cache=64KB")
  class Small extends ReportFixture {

    @Test
    void holdsNoMoreThanFits() {
      // given
      var reports = Stream.generate(ReportFixture::newReport).limit(20).toList();
      REPORTING.answers(200, Map.of("ETag", "\"1\""), "x".repeat(10_000));
      reports.forEach(this::get);
      REPORTING.forget();
      // when
      reports.forEach(this::get);
      // then
      assertThat(asked().stream().filter("\"1\""::equals)).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void holdsWhatIsAskedForAgainAndAgain() {
      // given
      REPORTING.reports(() -> "1");
      // then
      await()
          .untilAsserted(
              () -> {
                get(report);
                assertThat(asked()).contains("W/\"1\"");
              });
    }
  }

  @Nested
  @TestPropertySource(properties = "sen.gateway.report-cache=0")
  class Zero extends ReportFixture {

    @Test
    void keepsNothing() {
      // given
      isKept("1");
      // when
      get(report);
      // then
      assertThat(asked()).containsExactly("");
    }
  }
}
