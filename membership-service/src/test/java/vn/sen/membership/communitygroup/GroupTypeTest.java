package vn.sen.membership.communitygroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sen.membership.communitygroup.GroupMother.parameter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sen.events.membership.GroupParameter;
import vn.sen.events.membership.GroupParameterKind;
import vn.sen.events.membership.GroupTypeEvent.GroupParameterAdded;
import vn.sen.events.membership.GroupTypeEvent.GroupParameterRetired;
import vn.sen.events.membership.GroupTypeEvent.GroupTypeDefined;
import vn.sen.events.membership.GroupTypeEvent.GroupTypeRenamed;
import vn.sen.events.membership.GroupTypeEvent.GroupTypeRetired;
import vn.sen.membership.communitygroup.GroupType.Value;

class GroupTypeTest {

  private static final LocalDate FROM = LocalDate.of(2022, 1, 1);
  private static final LocalDate LATER = LocalDate.of(2024, 1, 1);

  private static final GroupParameter HOUSEHOLDS =
      parameter("households", GroupParameterKind.NUMBER, true);
  private static final GroupParameter PLACE = parameter("place", GroupParameterKind.TEXT, true);

  private final GroupType type =
      GroupType.define("DLCD", " Du lịch  cộng đồng", List.of(HOUSEHOLDS), FROM).state();

  @Test
  void isDefinedWithItsParameters() {
    assertThat(GroupType.define("DLCD", " Du lịch  cộng đồng", List.of(HOUSEHOLDS), FROM).events())
        .isEqualTo(
            List.of(new GroupTypeDefined("DLCD", "Du lịch cộng đồng", List.of(HOUSEHOLDS), FROM)));
    assertThatThrownBy(
            () -> GroupType.define("DLCD", "Du lịch", List.of(HOUSEHOLDS, HOUSEHOLDS), FROM))
        .isInstanceOf(GroupRules.ParameterKeyTaken.class);
    var withoutChoices =
        new GroupParameter("kind", "Loại", GroupParameterKind.CHOICE, false, List.of());
    assertThatThrownBy(() -> GroupType.define("DLCD", "Du lịch", List.of(withoutChoices), FROM))
        .isInstanceOf(GroupRules.ChoicesDoNotFit.class);
  }

  @Test
  void aParameterThatComesLaterAsksNothingOfOlderGroups() {
    // when
    var decision = type.addParameter(PLACE, LATER);

    // then
    assertThat(decision.events()).isEqualTo(List.of(new GroupParameterAdded(PLACE, LATER)));
    var richer = decision.state();
    var stated = List.of(new Value("households", "12"));
    assertThat(richer.checked(stated, LATER.minusDays(1))).isEqualTo(Map.of("households", "12"));
    assertThatThrownBy(() -> richer.checked(stated, LATER))
        .isInstanceOf(GroupRules.ParameterMissing.class);
    assertThat(richer.addParameter(PLACE, LATER).events()).isEmpty();
    assertThatThrownBy(() -> richer.addParameter(PLACE, LATER.plusDays(1)))
        .isInstanceOf(GroupRules.ParameterKeyTaken.class);
  }

  @Test
  void aRetiredParameterIsNotRegisteredAnyMore() {
    var decision = type.retireParameter("households", LATER);

    assertThat(decision.events())
        .isEqualTo(List.of(new GroupParameterRetired("households", LATER)));
    var poorer = decision.state();
    assertThat(poorer.checked(List.of(), LATER)).isEmpty();
    assertThatThrownBy(() -> poorer.checked(List.of(new Value("households", "12")), LATER))
        .isInstanceOf(GroupRules.ParameterUnknown.class);
    assertThatThrownBy(() -> poorer.checked(List.of(), LATER.minusDays(1)))
        .isInstanceOf(GroupRules.ParameterMissing.class);
    assertThat(poorer.retireParameter("households", LATER).events()).isEmpty();
    assertThatThrownBy(() -> type.retireParameter("place", LATER))
        .isInstanceOf(GroupRules.ParameterUnknown.class);
    assertThatThrownBy(() -> type.retireParameter("households", FROM))
        .isInstanceOf(GroupRules.BeforeTheBeginning.class);
  }

  @Test
  void bearsAnotherNameFromADayOn() {
    var decision = type.rename("Mô hình du lịch", LATER);

    assertThat(decision.events())
        .isEqualTo(List.of(new GroupTypeRenamed("Mô hình du lịch", LATER)));
    assertThat(decision.state().nameOn(LATER.minusDays(1))).contains("Du lịch cộng đồng");
    assertThat(decision.state().nameOn(LATER)).contains("Mô hình du lịch");
    assertThat(decision.state().rename("Mô hình du lịch", LATER).events()).isEmpty();
  }

  @Test
  void foundsNoGroupsOnceItIsRetired() {
    var decision = type.retire(LATER);

    assertThat(decision.events()).isEqualTo(List.of(new GroupTypeRetired(LATER)));
    assertThat(decision.state().allowsFoundingOn(LATER.minusDays(1))).isTrue();
    assertThat(decision.state().allowsFoundingOn(LATER)).isFalse();
    assertThat(type.allowsFoundingOn(FROM.minusDays(1))).isFalse();
    assertThat(decision.state().retire(LATER).events()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "NUMBER, 12, true",
    "NUMBER, -1, false",
    "NUMBER, 1.5, false",
    "DATE, 2023-10-30, true",
    "DATE, 30/10/2023, false",
    "TEXT, Thôn Phú Hòa, true",
    "CHOICE, Buôn, true",
    "CHOICE, Xã, false"
  })
  void aValueIsOfItsParametersKind(GroupParameterKind kind, String value, boolean fits) {
    var one =
        GroupType.define("A1", "Mô hình", List.of(parameter("one", kind, true)), FROM).state();
    var stated = List.of(new Value("one", value));

    if (fits) {
      assertThat(one.checked(stated, FROM)).isEqualTo(Map.of("one", value));
    } else {
      assertThatThrownBy(() -> one.checked(stated, FROM))
          .isInstanceOf(GroupRules.ParameterValueUnusable.class);
    }
  }
}
