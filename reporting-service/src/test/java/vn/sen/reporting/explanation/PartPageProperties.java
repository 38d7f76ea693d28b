package vn.sen.reporting.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PartPageProperties {

  private record Source(int number, long value) {}

  private static Parts<Source> page(List<Integer> values, After after, int limit) {
    var page = new PartPage<Source>(source -> "n" + source.number(), after, limit, 2);
    for (int i = 0; i < values.size(); i++) {
      page.add(new Source(i, values.get(i)), values.get(i));
    }
    return page.parts();
  }

  @Property
  void the_pages_together_are_all_parts_once_the_largest_first(
      @ForAll @Size(max = 40) List<@IntRange(min = -4, max = 4) Integer> values,
      @ForAll @IntRange(min = 1, max = 12) int limit) {
    // given parts, many of one size
    var listed = new ArrayList<Part<Source>>();
    var first = page(values, null, limit);
    // when all pages are read
    for (var page = first; ; page = page(values, page.next(), limit)) {
      listed.addAll(page.page());
      assertThat(page.page()).hasSizeLessThanOrEqualTo(limit);
      assertThat(page.sum())
          .isEqualTo(BigDecimal.valueOf(values.stream().mapToLong(v -> v).sum(), 2));
      if (page.next() == null) {
        break;
      }
    }
    // then every part that adds something is there, once and in order
    assertThat(listed.stream().map(part -> part.of().number()).distinct())
        .hasSize((int) values.stream().filter(v -> v != 0).count())
        .hasSize(listed.size());
    assertThat(first.count()).isEqualTo(listed.size());
    assertThat(listed)
        .isSortedAccordingTo(
            Comparator.<Part<Source>, BigDecimal>comparing(part -> part.value().abs().negate())
                .thenComparing(Part::part));
  }
}
