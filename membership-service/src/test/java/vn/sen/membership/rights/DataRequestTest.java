package vn.sen.membership.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sen.events.membership.ContactChannel;
import vn.sen.events.membership.DataRequestEvent.DataRequestAcknowledged;
import vn.sen.events.membership.DataRequestEvent.DataRequestFulfilled;
import vn.sen.events.membership.DataRequestEvent.DataRequestReceived;
import vn.sen.events.membership.DataRequestEvent.DataRequestRefused;
import vn.sen.events.membership.DataRight;
import vn.sen.events.membership.RetentionReason;

class DataRequestTest {

  private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 6);
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);
  private static final Deadlines DEADLINES =
      new Deadlines(
          List.of(
              new Deadline(DataRight.ERASURE, LocalDate.of(2026, 1, 1), 2, 20, "first"),
              new Deadline(DataRight.ERASURE, LocalDate.of(2026, 6, 1), 1, 10, "second"),
              new Deadline(DataRight.ACCESS, LocalDate.of(2026, 1, 1), 2, 10, "first")));

  private final UUID member = UUID.randomUUID();

  private DataRequest received(DataRight right) {
    return DataRequest.receive(
            member, right, ContactChannel.PAPER, FRIDAY, "Đã xem căn cước", DEADLINES, TODAY)
        .state();
  }

  @Test
  void itsDaysComeFromTheRuleInForceWhenItCame() {
    var decision =
        DataRequest.receive(
            member,
            DataRight.ERASURE,
            ContactChannel.PAPER,
            FRIDAY,
            "Đã xem căn cước",
            DEADLINES,
            TODAY);

    assertThat(decision.events())
        .singleElement()
        .isEqualTo(
            new DataRequestReceived(
                member,
                DataRight.ERASURE,
                ContactChannel.PAPER,
                FRIDAY,
                LocalDate.of(2026, 3, 10),
                LocalDate.of(2026, 3, 26)));
    assertThat(decision.state().question().source()).isEqualTo("first");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02, 2026-03-04",
    "2026-03-05, 2026-03-09",
    "2026-03-06, 2026-03-10",
    "2026-03-07, 2026-03-10",
    "2026-03-08, 2026-03-10"
  })
  void twoWorkingDaysPassOverTheWeekend(LocalDate received, LocalDate acknowledgeBy) {
    var deadline = DEADLINES.of(DataRight.ERASURE, received);

    assertThat(deadline.acknowledgeBy(received)).isEqualTo(acknowledgeBy);
  }

  @Test
  void aNewRuleHoldsFromItsFirstDay() {
    assertThat(DEADLINES.of(DataRight.ERASURE, LocalDate.of(2026, 5, 31)).source())
        .isEqualTo("first");
    assertThat(DEADLINES.of(DataRight.ERASURE, LocalDate.of(2026, 6, 1)).source())
        .isEqualTo("second");
    assertThatThrownBy(() -> DEADLINES.of(DataRight.ERASURE, LocalDate.of(2025, 12, 31)))
        .isInstanceOf(RightsRules.NoDeadlineOnThatDay.class);
  }

  @Test
  void isAcknowledgedOnceAndFulfilledOnce() {
    var acknowledged = received(DataRight.ACCESS).acknowledge(FRIDAY.plusDays(1), TODAY);
    assertThat(acknowledged.events())
        .singleElement()
        .isEqualTo(new DataRequestAcknowledged(FRIDAY.plusDays(1)));
    assertThatThrownBy(() -> acknowledged.state().acknowledge(TODAY, TODAY))
        .isInstanceOf(RightsRules.RequestAcknowledgedBefore.class);

    var fulfilled = acknowledged.state().fulfil(TODAY, "Biên bản số 1", null, TODAY);

    assertThat(fulfilled.events())
        .singleElement()
        .isEqualTo(new DataRequestFulfilled(member, DataRight.ACCESS, null, TODAY));
    assertThat(fulfilled.state().acknowledgedOn()).isEqualTo(FRIDAY.plusDays(1));
    assertThatThrownBy(() -> fulfilled.state().fulfil(TODAY, "x", null, TODAY))
        .isInstanceOf(RightsRules.RequestClosed.class);
    assertThatThrownBy(() -> fulfilled.state().acknowledge(TODAY, TODAY))
        .isInstanceOf(RightsRules.RequestClosed.class);
  }

  @Test
  void onlyAnErasureIsRefusedAndWithAReason() {
    var refused =
        received(DataRight.ERASURE)
            .refuse(TODAY, RetentionReason.LOAN_OUTSTANDING, "Còn dư nợ", TODAY);

    assertThat(refused.events())
        .singleElement()
        .isEqualTo(new DataRequestRefused(RetentionReason.LOAN_OUTSTANDING, TODAY));
    var access = received(DataRight.ACCESS);
    assertThatThrownBy(() -> access.refuse(TODAY, RetentionReason.LEGAL_RETENTION, "không", TODAY))
        .isInstanceOf(RightsRules.OnlyErasureIsRefused.class);
    assertThatThrownBy(() -> access.fulfil(TODAY, "x", RetentionReason.LEGAL_RETENTION, TODAY))
        .isInstanceOf(RightsRules.OnlyErasureIsRefused.class);
  }

  @Test
  void itsDaysAreInOrder() {
    var request = received(DataRight.ACCESS);
    var acknowledged = request.acknowledge(FRIDAY.plusDays(3), TODAY).state();

    assertThatThrownBy(() -> request.acknowledge(FRIDAY.minusDays(1), TODAY))
        .isInstanceOf(RightsRules.RequestDayOutOfOrder.class);
    assertThatThrownBy(() -> request.acknowledge(TODAY.plusDays(1), TODAY))
        .isInstanceOf(RightsRules.RequestDayOutOfOrder.class);
    assertThatThrownBy(() -> acknowledged.fulfil(FRIDAY.plusDays(2), "x", null, TODAY))
        .isInstanceOf(RightsRules.RequestDayOutOfOrder.class);
  }
}
