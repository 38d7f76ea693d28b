package vn.sen.reporting.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sen.reporting.issuance.IssuedReportMother.PROVINCE;
import static vn.sen.reporting.issuance.IssuedReportMother.membership;
import static vn.sen.reporting.issuance.IssuedReportMother.report;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.reporting.IssuanceEvent.ReportIssued;
import vn.sen.events.reporting.IssuanceEvent.ReportSuperseded;
import vn.sen.events.reporting.IssuanceEvent.ReportWithdrawn;
import vn.sen.reporting.issuance.IssuedReport.Predecessor;
import vn.sen.reporting.issuance.IssuedReport.Withdrawal;
import vn.sen.reporting.reading.Unit;

class IssuedReportTest {

  private static final LocalDate FIFTH = LocalDate.of(2024, 1, 5);

  @Nested
  class Issuing {

    @Test
    void tellsNumberUnitAndHashAndNoText() {
      var decision = IssuedReport.issue(membership(1, null), null);
      assertThat(decision.events())
          .isEqualTo(
              List.of(
                  new ReportIssued(
                      "54/2024/BC-HPN/0001",
                      PROVINCE.id(),
                      "membership",
                      LocalDate.of(2023, 12, 31),
                      LocalDate.of(2023, 12, 31),
                      "5e11",
                      "key",
                      null,
                      FIFTH)));
    }

    @Test
    void isDatedByTheDayInTheProvince() {
      // one in the morning there, six in the evening of the day before in Greenwich
      assertThat(membership(1, null).issuedOn()).isEqualTo(FIFTH);
    }

    @Test
    void inThePlaceOfAnotherTellsThatOne() {
      // given
      var first = new Predecessor(UUID.randomUUID(), membership(1, null));
      // when
      var second = membership(2, first.report().number());
      var decision = IssuedReport.issue(second, first);
      // then
      assertThat(decision.events().getLast())
          .isEqualTo(new ReportSuperseded(first.id(), "54/2024/BC-HPN/0001", FIFTH));
    }

    @Test
    void takesThePlaceOfTheSameKindAboutTheSameUnitOnly() {
      var first = new Predecessor(UUID.randomUUID(), membership(1, null));
      var number = first.report().number();
      var ward = new Unit(UUID.randomUUID(), "22015", "Phường 1", UnitLevel.COMMUNE, UnitKind.WARD);
      assertThatThrownBy(() -> IssuedReport.issue(report("lending", PROVINCE, 2, number), first))
          .isInstanceOf(SupersedesAnother.class);
      assertThatThrownBy(() -> IssuedReport.issue(report("membership", ward, 1, number), first))
          .isInstanceOf(SupersedesAnother.class);
    }
  }

  @Nested
  class Withdrawing {

    @Test
    void leavesEverythingElseAsItWas() {
      var report = membership(1, null);
      var decision = report.withdraw("sai đơn vị", FIFTH);
      assertThat(decision.events()).isEqualTo(List.of(new ReportWithdrawn(FIFTH)));
      assertThat(decision.state())
          .usingRecursiveComparison()
          .ignoringFields("withdrawal")
          .isEqualTo(report);
      assertThat(decision.state().withdrawal()).isEqualTo(new Withdrawal("sai đơn vị", FIFTH));
    }

    @Test
    void happensOnce() {
      var withdrawn = membership(1, null).withdraw("sai đơn vị", FIFTH).state();
      assertThatThrownBy(() -> withdrawn.withdraw("lại", FIFTH))
          .isInstanceOf(AlreadyWithdrawn.class);
    }

    @Test
    void weighsMoreThanASuccessor() {
      var report = membership(1, null);
      var successor = new IssuedNumber("54", 2024, 2);
      assertThat(report.standing(null)).isEqualTo(Standing.VALID);
      assertThat(report.standing(successor)).isEqualTo(Standing.SUPERSEDED);
      assertThat(report.withdraw("sai", FIFTH).state().standing(successor))
          .isEqualTo(Standing.WITHDRAWN);
    }
  }

  @Nested
  class Numbers {

    @ParameterizedTest
    @ValueSource(
        strings = {"54/2024/BC-HPN/0001", "22015-CH01/2026/BC-HPN/0113", "66/2026/BC-HPN/12345"})
    void areReadAsTheyAreWritten(String text) {
      assertThat(IssuedNumber.parse(" " + text + "\n").orElseThrow()).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "54",
          "54/24/BC-HPN/0001",
          "54/2024/BC/0001",
          "54/2024/BC-HPN/0000",
          "54/2024/BC-HPN/1"
        })
    void areNothingElse(String text) {
      assertThat(IssuedNumber.parse(text)).isEmpty();
    }
  }

  @Test
  void isKeptAsItIs() {
    var report = membership(2, new IssuedNumber("54", 2024, 1)).withdraw("sai", FIFTH).state();
    var mapper = JsonMapper.shared();
    assertThat(mapper.readValue(mapper.writeValueAsBytes(report), IssuedReport.class))
        .isEqualTo(report);
  }
}
