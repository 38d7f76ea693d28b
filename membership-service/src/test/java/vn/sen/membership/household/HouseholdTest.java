package vn.sen.membership.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sen.events.membership.HouseholdEvent.HouseholdCorrected;
import vn.sen.events.membership.HouseholdEvent.HouseholdMemberJoined;
import vn.sen.events.membership.HouseholdEvent.HouseholdMemberLeft;
import vn.sen.events.membership.HouseholdEvent.HouseholdMoved;
import vn.sen.events.membership.HouseholdEvent.HouseholdRegistered;
import vn.sen.membership.orgunit.UnitRules;
import vn.sen.membership.orgunit.UnitsMother;

class HouseholdTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 8);

  private final UnitsMother map = new UnitsMother();
  private final UUID branch = map.branch();
  private final Household household =
      Household.register(branch, "Trần Văn Nam", "Thôn 1", TODAY, map).state();

  @Test
  void isRegisteredInAUnitThatExists() {
    assertThat(Household.register(branch, " Trần  Văn Nam", " ", TODAY, map).events())
        .isEqualTo(List.of(new HouseholdRegistered(branch, TODAY)));
    assertThatThrownBy(
            () -> Household.register(UUID.randomUUID(), "Trần Văn Nam", null, TODAY, map))
        .isInstanceOf(UnitRules.UnitNotInForce.class);
  }

  @Test
  void isCorrectedWithoutTellingValues() {
    var decision = household.correct("Trần Văn Năm", "Thôn 1", TODAY);

    assertThat(decision.events())
        .isEqualTo(List.of(new HouseholdCorrected(List.of("headName"), TODAY)));
    assertThat(decision.state().correct("Trần Văn Năm", "Thôn 1", TODAY).events()).isEmpty();
  }

  @Test
  void movesInOrder() {
    var to = map.branch();

    assertThat(household.move(to, TODAY, TODAY, map).events())
        .isEqualTo(List.of(new HouseholdMoved(branch, to, TODAY)));
    assertThat(household.move(branch, TODAY, TODAY, map).events()).isEmpty();
    assertThatThrownBy(() -> household.move(to, TODAY.plusDays(1), TODAY, map))
        .isInstanceOf(HouseholdRules.MoveOutOfOrder.class);
    assertThatThrownBy(() -> household.move(to, TODAY.minusDays(1), TODAY, map))
        .isInstanceOf(HouseholdRules.MoveOutOfOrder.class);
  }

  @Test
  void countsEachLivingMemberOnce() {
    var member = UUID.randomUUID();

    var joined = household.memberJoined(member, TODAY);
    var left = joined.state().memberLeft(member, TODAY);

    assertThat(joined.events()).isEqualTo(List.of(new HouseholdMemberJoined(member, TODAY)));
    assertThat(joined.state().memberJoined(member, TODAY).events()).isEmpty();
    assertThat(left.events()).isEqualTo(List.of(new HouseholdMemberLeft(member, TODAY)));
    assertThat(left.state().memberLeft(member, TODAY).events()).isEmpty();
  }
}
