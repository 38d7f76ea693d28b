package vn.sen.membership.rights;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.membership.ConsentEvent.ConsentGiven;
import vn.sen.events.membership.ConsentEvent.ConsentWithdrawn;
import vn.sen.events.membership.ConsentPurpose;
import vn.sen.events.membership.ContactChannel;

/**
 * What one member's data may be used for. Where nothing was said, the answer is no.
 *
 * @param said her last word on each purpose
 */
record Consents(Map<ConsentPurpose, Said> said) {

  /**
   * A word of hers.
   *
   * @param on the day she said it
   */
  record Said(boolean yes, LocalDate on, ContactChannel channel) {}

  Consents {
    said = Map.copyOf(said);
  }

  static Consents none() {
    return new Consents(Map.of());
  }

  boolean given(ConsentPurpose purpose) {
    var last = said.get(purpose);
    return last != null && last.yes();
  }

  /** She consents. */
  Decision<Consents> give(
      ConsentPurpose purpose, ContactChannel channel, LocalDate on, LocalDate today) {
    requireInOrder(purpose, on, today);
    return given(purpose)
        ? Decision.nothing(this)
        : Decision.of(
            with(purpose, new Said(true, on, channel)), new ConsentGiven(purpose, channel, on));
  }

  /** She does not, or not any more. */
  Decision<Consents> withdraw(
      ConsentPurpose purpose, ContactChannel channel, LocalDate on, LocalDate today) {
    requireInOrder(purpose, on, today);
    return given(purpose)
        ? Decision.of(
            with(purpose, new Said(false, on, channel)), new ConsentWithdrawn(purpose, channel, on))
        : Decision.nothing(this);
  }

  private void requireInOrder(ConsentPurpose purpose, LocalDate on, LocalDate today) {
    var last = said.get(purpose);
    if (on.isAfter(today) || last != null && on.isBefore(last.on())) {
      throw new RightsRules.ConsentOutOfOrder();
    }
  }

  private Consents with(ConsentPurpose purpose, Said word) {
    var changed = new EnumMap<ConsentPurpose, Said>(ConsentPurpose.class);
    changed.putAll(said);
    changed.put(purpose, word);
    return new Consents(changed);
  }
}
