package vn.sen.lending.bank;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Says which banks the Union works with. */
@Component
public class KnownBanks {

  private final Banks banks;

  /** Banks are never removed. */
  private final Set<UUID> known = ConcurrentHashMap.newKeySet();

  KnownBanks(Banks banks) {
    this.banks = banks;
  }

  public boolean exists(UUID bank) {
    if (known.contains(bank)) {
      return true;
    }
    var exists = banks.find(bank).isPresent();
    if (exists) {
      known.add(bank);
    }
    return exists;
  }

  /**
   * Whether the province uploads the bank's statements; asked anew each time, because it can
   * change.
   */
  public boolean statementsOnly(UUID bank) {
    return banks.find(bank).filter(stored -> stored.state().statementsOnly()).isPresent();
  }
}
