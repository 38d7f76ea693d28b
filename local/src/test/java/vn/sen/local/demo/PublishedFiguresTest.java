package vn.sen.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PublishedFiguresTest {

  private final PublishedFigures published = DemoFiles.published();

  private Map<String, Object> figure(String wording) {
    return published.figures().stream()
        .filter(figure -> figure.get("wording").equals(wording))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void have_the_numbers_of_the_article_as_it_writes_them() {
    assertThat(published.unitCode()).isEqualTo("54");
    assertThat(published.threshold()).isEqualTo(60);
    assertThat(figure("hội viên")).containsEntry("value", new BigDecimal("161102"));
    assertThat(figure("tỷ lệ tập hợp trên tổng số phụ nữ"))
        .containsEntry("value", new BigDecimal("72.6"));
    // 72.47 billion: its precision is that of the source
    assertThat(figure("dư nợ Ngân hàng Nông nghiệp và Phát triển nông thôn"))
        .containsEntry("value", new BigDecimal("72.47"))
        .containsEntry("power", 9);
    assertThat(figure("dư nợ Ngân hàng Bưu điện Liên Việt"))
        .containsEntry("value", new BigDecimal("213"));
  }

  @Test
  void say_whether_the_source_states_their_day() {
    assertThat(figure("hộ vay"))
        .containsEntry("asOf", "2023-10-30")
        .doesNotContainKey("assumedAsOf");
    assertThat(figure("hội viên"))
        .containsEntry("assumedAsOf", "2023-12-31")
        .doesNotContainKey("asOf");
  }

  /** A figure nobody sees beside the counted one would not be compared. */
  @Test
  void all_stand_in_the_provinces_report() {
    var lines = DemoFiles.definition().required("sections").valueStream().flatMap(this::lines);
    var shown = lines.toList();
    assertThat(published.figures())
        .allSatisfy(
            figure -> assertThat(shown).contains(List.of(figure.get("indicator"), of(figure))));
  }

  private static Object of(Map<String, Object> figure) {
    return figure.get("of");
  }

  /** A line by bank has one figure for each of the article's banks. */
  private Stream<List<Object>> lines(JsonNode section) {
    return section
        .required("lines")
        .valueStream()
        .flatMap(
            line -> {
              var indicator = (Object) line.required("indicator").asString();
              if (line.path("by").asString("").equals("BANK")) {
                return Stream.of("VBSP", "AGRIBANK", "LPBANK")
                    .map(bank -> List.of(indicator, Map.of("bank", bank)));
              }
              var of = new LinkedHashMap<String, String>();
              line.path("of")
                  .properties()
                  .forEach(p -> of.put(p.getKey(), p.getValue().asString()));
              return Stream.of(List.of(indicator, (Object) of));
            });
  }
}
