package vn.sen.lending.bank;

import java.time.LocalDate;
import java.util.List;
import vn.sen.events.lending.BankEvent;
import vn.sen.events.lending.BankEvent.BankRegistered;
import vn.sen.events.lending.BankEvent.BankRenamed;

/** Banks to test with. */
final class BankMother {

  static final LocalDate START = LocalDate.of(2003, 3, 11);
  static final LocalDate LATER = LocalDate.of(2024, 7, 16);

  private BankMother() {}

  static BankRegistered lienVietRegistered() {
    return new BankRegistered("LPB", "LienVietPostBank", START);
  }

  static BankRenamed lienVietRenamed() {
    return new BankRenamed("LPBank", LATER);
  }

  static Bank after(List<BankEvent> events) {
    Bank bank = null;
    for (BankEvent event : events) {
      bank = Bank.evolve(bank, event);
    }
    if (bank == null) {
      throw new IllegalArgumentException("no events, no bank");
    }
    return bank;
  }
}
