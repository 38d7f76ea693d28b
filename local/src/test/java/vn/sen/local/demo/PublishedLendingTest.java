package vn.sen.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PublishedLendingTest {

  private final PublishedLending published = DemoFiles.publishedLending();

  @Test
  void has_the_sums_of_the_article_and_their_day() {
    assertThat(published.asOf()).isEqualTo(LocalDate.of(2023, 10, 30));
    assertThat(published.total().million()).isEqualTo(2_290_900);
    assertThat(published.total().households()).isEqualTo(50_106);
    assertThat(published.banks())
        .extracting(PublishedLending.OfBank::code)
        .containsExactly("VBSP", "AGRIBANK", "LPBANK");
  }

  @Test
  void knows_how_far_each_figure_of_the_source_is_rounded() {
    assertThat(published.banks())
        .extracting(bank -> bank.stated().precision())
        .containsExactly(1L, 10L, 1_000L);
    var lpbank = published.banks().getLast().stated();
    assertThat(lpbank.roundsTo(213_500)).isTrue();
    assertThat(lpbank.roundsTo(212_499)).isFalse();
  }
}
