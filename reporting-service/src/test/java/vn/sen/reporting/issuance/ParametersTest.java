package vn.sen.reporting.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sen.chassis.domain.RuleViolation;

class ParametersTest {

  private static final Reports REPORTS = new Reports(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {"membership", "lending", "training", "coverage", "groups", "voices", "programmes"})
  void everythingIsSaidAndAskedAgainItIsTheSame(String report) {
    // given what must be said, and no more
    var asked = new Parameters(Map.of("unit", "54", "asOf", "2023-12-31"));
    REPORTS.ask(report, asked);
    // then the other dates are said, too
    var resolved = asked.resolved();
    assertThat(resolved).containsEntry("hierarchy", "2023-12-31");
    // and asking for what was resolved resolves to the same
    var again = new Parameters(resolved);
    assertThat(REPORTS.ask(report, again).asOf()).isEqualTo(LocalDate.of(2023, 12, 31));
    assertThat(again.resolved()).isEqualTo(resolved);
  }

  @Test
  void listsAreSaidInOneOrder() {
    var asked =
        new Parameters(
            Map.of("unit", "54", "asOf", "2023-10-30", "by", List.of("PROGRAMME", "BANK")));
    REPORTS.ask("lending", asked);
    assertThat(asked.resolved())
        .containsEntry("by", List.of("BANK", "PROGRAMME"))
        .containsEntry("from", "2023-01-01")
        .doesNotContainKeys("bank", "level");
  }

  static List<List<Object>> unusable() {
    return List.of(
        List.of(Map.of("asOf", "2023-12-31"), "/parameters/unit"),
        List.of(Map.of("unit", "54"), "/parameters/asOf"),
        List.of(Map.of("unit", 54, "asOf", "2023-12-31"), "/parameters/unit"),
        List.of(Map.of("unit", " ", "asOf", "2023-12-31"), "/parameters/unit"),
        List.of(Map.of("unit", "54", "asOf", "31/12/2023"), "/parameters/asOf"),
        List.of(Map.of("unit", "54", "asOf", "1066-10-14"), "/parameters/asOf"),
        List.of(
            Map.of("unit", "54", "asOf", "2023-12-31", "level", "VILLAGE"), "/parameters/level"),
        List.of(Map.of("unit", "54", "asOf", "2023-12-31", "by", "BANK"), "/parameters/by"),
        List.of(Map.of("unit", "54", "asOf", "2023-12-31", "by", List.of(7)), "/parameters/by"),
        List.of(Map.of("unit", "54", "asOf", "2023-12-31", "bnak", "X"), "/parameters/bnak"));
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void theFieldAtFaultIsNamed(List<Object> given) {
    @SuppressWarnings("unchecked")
    var parameters = new Parameters((Map<String, Object>) given.getFirst());
    assertThatThrownBy(
            () -> {
              REPORTS.ask("lending", parameters);
              parameters.resolved();
            })
        .isInstanceOfSatisfying(
            RuleViolation.class,
            refusal -> assertThat(refusal.pointer()).isEqualTo(given.getLast()));
  }

  @Test
  void noOtherReportCanBeIssued() {
    assertThatThrownBy(() -> REPORTS.ask("salaries", new Parameters(Map.of())))
        .isInstanceOf(ReportUnknown.class);
  }
}
