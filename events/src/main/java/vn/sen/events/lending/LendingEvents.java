package vn.sen.events.lending;

import java.util.List;
import vn.sen.events.EventCatalog;

/** The events of the lending context, as one catalog. */
public final class LendingEvents {

  /** The CloudEvents source of this context. */
  public static final String SOURCE = "/sen/lending";

  public static final EventCatalog CATALOG =
      EventCatalog.of(
          List.of(
              BankEvent.class,
              ProgrammeEvent.class,
              GroupEvent.class,
              BorrowingHouseholdEvent.class,
              LoanEvent.class,
              StatementEvent.class,
              AgreementEvent.class,
              FeeEvent.class));

  private LendingEvents() {}
}
