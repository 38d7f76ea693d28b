package vn.sen.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.local.demo.dataset.lending.LendingFigures;

class LendingAnswerTest {

  private final LendingAnswer answer =
      new LendingAnswer(
          JsonMapper.shared()
              .readTree(
                  """
                  {"total": {"outstanding": 30, "overdue": 2, "frozen": 1, "loans": 3, "households": 2},
                   "byBank": [{"bank": {"id": "x", "code": "VBSP", "name": "N"},
                               "outstanding": 20, "overdue": 2, "frozen": 0, "loans": 2, "households": 2}],
                   "rows": [{"unit": {"code": "22015"}, "remainder": false,
                             "outstanding": 30, "overdue": 2, "frozen": 1, "loans": 3, "households": 2},
                            {"unit": null, "remainder": true,
                             "outstanding": 0, "overdue": 0, "frozen": 0, "loans": 0, "households": 0}]}
                  """));

  @Test
  void tells_the_total_and_each_banks_part() {
    assertThat(answer.total()).isEqualTo(new LendingFigures(30, 2, 1, 3, 2));
    assertThat(answer.ofBank("VBSP")).isEqualTo(new LendingFigures(20, 2, 0, 2, 2));
    assertThat(answer.ofBank("LPBANK")).isEqualTo(new LendingFigures(0, 0, 0, 0, 0));
  }

  @Test
  void tells_units_in_which_something_is_owed() {
    assertThat(answer.byUnit()).containsOnlyKeys("22015");
  }
}
