package vn.sen.membership.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.sen.events.membership.ConsentEvent.ConsentGiven;
import vn.sen.events.membership.ConsentEvent.ConsentWithdrawn;
import vn.sen.events.membership.ConsentPurpose;
import vn.sen.events.membership.ContactChannel;

class ConsentsTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 3, 6);
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);

  @Test
  void nobodyHasConsentedByDefault() {
    assertThat(ConsentPurpose.values()).noneMatch(Consents.none()::given);
  }

  @Test
  void aConsentIsForOnePurposeAndCanBeWithdrawn() {
    var given = Consents.none().give(ConsentPurpose.LENDING, ContactChannel.PAPER, FIRST, TODAY);
    var consents = given.state();
    assertThat(given.events())
        .singleElement()
        .isEqualTo(new ConsentGiven(ConsentPurpose.LENDING, ContactChannel.PAPER, FIRST));
    assertThat(consents.given(ConsentPurpose.LENDING)).isTrue();
    assertThat(consents.given(ConsentPurpose.CONTACT)).isFalse();

    var withdrawn = consents.withdraw(ConsentPurpose.LENDING, ContactChannel.PHONE, TODAY, TODAY);

    assertThat(withdrawn.events())
        .singleElement()
        .isEqualTo(new ConsentWithdrawn(ConsentPurpose.LENDING, ContactChannel.PHONE, TODAY));
    assertThat(withdrawn.state().given(ConsentPurpose.LENDING)).isFalse();
  }

  @Test
  void whatIsSoAlreadyChangesNothing() {
    var none = Consents.none();

    assertThat(none.withdraw(ConsentPurpose.CONTACT, ContactChannel.PAPER, FIRST, TODAY).events())
        .isEmpty();
  }

  @Test
  void wordsAreInOrder() {
    var consents =
        Consents.none().give(ConsentPurpose.LENDING, ContactChannel.PAPER, FIRST, TODAY).state();

    assertThatThrownBy(
            () ->
                consents.withdraw(
                    ConsentPurpose.LENDING, ContactChannel.PAPER, FIRST.minusDays(1), TODAY))
        .isInstanceOf(RightsRules.ConsentOutOfOrder.class);
    assertThatThrownBy(
            () ->
                consents.give(
                    ConsentPurpose.CONTACT, ContactChannel.PAPER, TODAY.plusDays(1), TODAY))
        .isInstanceOf(RightsRules.ConsentOutOfOrder.class);
  }
}
