package vn.sen.reporting.lending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sen.reporting.lending.LendingQuery.Selection;

class LendingQueryTest {

  private static final LocalDate DAY = LocalDate.of(2024, 6, 30);

  @Test
  void printsAlikeOnEveryInstanceBecauseTagsAreMadeOfIt() {
    var turnedRound = new LinkedHashSet<>(List.of(Dimension.values()).reversed());
    var query = new LendingQuery("54", DAY, DAY, null, DAY, Selection.ALL, turnedRound);
    assertThat(query.toString()).contains(EnumSet.allOf(Dimension.class).toString());
  }
}
