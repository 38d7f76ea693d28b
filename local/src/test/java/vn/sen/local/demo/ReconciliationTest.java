package vn.sen.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.local.demo.dataset.lending.LendingData;

class ReconciliationTest {

  private final LendingData data =
      LendingData.generate(1, DemoFiles.facts(), DemoFiles.lendingTargets().scaled(0.05));
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final Comparison comparison = new Comparison();

  @Test
  void is_right_where_every_planted_difference_was_found_with_its_cause() {
    print(0);
    assertThat(comparison.print(out)).isTrue();
    assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("làm tròn (rounding)");
  }

  @Test
  void is_wrong_where_one_amounts_to_something_else() {
    print(1);
    assertThat(comparison.print(out)).isFalse();
  }

  /** Agribank's statement, in which one loan is rounded by so much more than was planted. */
  private void print(long more) {
    var bank = data.targets().bank("AGRIBANK");
    var planted =
        data.planted().stream().filter(p -> p.bank().equals("AGRIBANK")).findFirst().orElseThrow();
    var statement =
        new StatementAnswer(
            JsonMapper.shared()
                .readTree(
                    """
                    {"id": "s", "state": "RECONCILED", "equal": %d, "refused": 0,
                     "computed": {"outstanding": %d},
                     "differences": [{"cause": "ROUNDING", "loans": 1, "amount": %d}]}
                    """
                        .formatted(
                            data.statementLines(bank).size() - 1,
                            data.position(bank).outstanding(),
                            planted.amount() + more)));
    new Reconciliation(data, bank, statement).print(out, comparison);
  }
}
