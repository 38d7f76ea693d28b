package vn.sen.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.sen.local.demo.dataset.lending.Change;
import vn.sen.local.demo.dataset.lending.Update;

class UpdateStepTest {

  private static final LocalDate MAY = LocalDate.of(2023, 5, 20);

  @Test
  void an_update_has_the_fields_of_its_kind_and_those_of_all() {
    var update = new Update("VBSP-1", "GL-1", MAY, 2, MAY, new Change.PrincipalRepaid(2_000_000));

    assertThat(UpdateStep.json(update))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "kind", "PRINCIPAL_REPAID",
                "loan", "VBSP-1",
                "reference", "GL-1",
                "on", "2023-05-20",
                "sequence", 2,
                "amount", 2_000_000L));
  }

  @Test
  void a_correction_is_of_the_day_it_corrects() {
    var update =
        new Update("L", "GL-2", MAY, 1, MAY.plusMonths(1), new Change.Corrected("GL-1", 5));

    assertThat(UpdateStep.json(update))
        .containsEntry("corrects", "GL-1")
        .containsEntry("on", "2023-05-20")
        .doesNotContainKey("sentOn");
  }

  @Test
  void days_are_written_as_the_api_takes_them() {
    var frozen = new Update("L", "GL-3", MAY, 0, MAY, new Change.Frozen(MAY.plusYears(2)));

    assertThat(UpdateStep.json(frozen)).containsEntry("until", "2025-05-20");
  }
}
