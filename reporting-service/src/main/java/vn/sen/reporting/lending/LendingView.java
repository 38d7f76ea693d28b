package vn.sen.reporting.lending;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.chassis.view.RowSink;
import vn.sen.chassis.view.ViewDefinition;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventCatalog;
import vn.sen.events.Topic;
import vn.sen.events.lending.AgreementEvent.TermsAgreed;
import vn.sen.events.lending.AgreementTerms;
import vn.sen.events.lending.BankEvent;
import vn.sen.events.lending.BankEvent.BankRegistered;
import vn.sen.events.lending.BankEvent.BankRenamed;
import vn.sen.events.lending.BankEvent.BankReportingChanged;
import vn.sen.events.lending.BorrowingHouseholdEvent.HouseholdMerged;
import vn.sen.events.lending.BorrowingHouseholdEvent.HouseholdUnmerged;
import vn.sen.events.lending.ControlTotals;
import vn.sen.events.lending.DifferenceCause;
import vn.sen.events.lending.FeeEvent.FeeChange;
import vn.sen.events.lending.FeeEvent.FeeCorrected;
import vn.sen.events.lending.FeeEvent.FeeReceived;
import vn.sen.events.lending.GroupEvent.GroupClosed;
import vn.sen.events.lending.GroupEvent.GroupOpened;
import vn.sen.events.lending.GroupEvent.GroupRanked;
import vn.sen.events.lending.LendingEvents;
import vn.sen.events.lending.LoanEvent;
import vn.sen.events.lending.LoanEvent.LoanOpened;
import vn.sen.events.lending.LoanEvent.LoanRestated;
import vn.sen.events.lending.ProgrammeEvent;
import vn.sen.events.lending.ProgrammeEvent.ProgrammeRegistered;
import vn.sen.events.lending.ProgrammeEvent.ProgrammeRenamed;
import vn.sen.events.lending.StatementEvent.DifferencesAccepted;
import vn.sen.events.lending.StatementEvent.StatementReceived;
import vn.sen.events.lending.StatementEvent.StatementReconciled;
import vn.sen.events.lending.StatementEvent.StatementWithdrawn;
import vn.sen.reporting.lending.LendingRow.Agreed;
import vn.sen.reporting.lending.LendingRow.AgreedFee;
import vn.sen.reporting.lending.LendingRow.Brought;
import vn.sen.reporting.lending.LendingRow.Coded;
import vn.sen.reporting.lending.LendingRow.Figure;
import vn.sen.reporting.lending.LendingRow.Founded;
import vn.sen.reporting.lending.LendingRow.Merged;
import vn.sen.reporting.lending.LendingRow.Named;
import vn.sen.reporting.lending.LendingRow.Paid;
import vn.sen.reporting.lending.LendingRow.Ranked;
import vn.sen.reporting.lending.LendingRow.Received;
import vn.sen.reporting.lending.LendingRow.Reconciled;
import vn.sen.reporting.lending.LendingRow.Register;
import vn.sen.reporting.lending.LendingRow.Step;
import vn.sen.reporting.lending.LendingRow.Told;
import vn.sen.reporting.lending.LendingRow.Withdrawn;

/**
 * Counts what is owed: each change of a loan's event is an addition to one row. Beside it, what
 * says how loans are counted: merged households, groups and their ranks, names, statements; what is
 * agreed with banks, and the fees they paid.
 */
public final class LendingView implements ViewDefinition<LendingRow> {

  private static final Set<Class<? extends DomainEvent>> WANTED =
      Stream.concat(
              Stream.of(LoanEvent.class, BankEvent.class, ProgrammeEvent.class)
                  .flatMap(type -> Stream.of(type.getPermittedSubclasses()))
                  .map(type -> type.<DomainEvent>asSubclass(DomainEvent.class)),
              Stream.of(
                  HouseholdMerged.class,
                  HouseholdUnmerged.class,
                  GroupOpened.class,
                  GroupRanked.class,
                  GroupClosed.class,
                  StatementReceived.class,
                  StatementReconciled.class,
                  DifferencesAccepted.class,
                  StatementWithdrawn.class,
                  TermsAgreed.class,
                  FeeReceived.class,
                  FeeCorrected.class))
          .collect(Collectors.toUnmodifiableSet());

  private final Interning interning = new Interning();

  @Override
  public String name() {
    return "lending";
  }

  @Override
  public List<Topic> topics() {
    return List.of(
        Topic.LOANS,
        Topic.BORROWING_HOUSEHOLDS,
        Topic.GROUPS,
        Topic.STATEMENTS,
        Topic.BANKS,
        Topic.PROGRAMMES,
        Topic.AGREEMENTS,
        Topic.FEES);
  }

  @Override
  public EventCatalog catalog() {
    return LendingEvents.CATALOG;
  }

  @Override
  public Set<Class<? extends DomainEvent>> wants() {
    return WANTED;
  }

  @Override
  public void fold(DomainEvent event, RecordMeta meta, RowSink<LendingRow> rows) {
    var id = meta.aggregate();
    long sequence = meta.sequence();
    switch (event) {
      case LoanEvent loan -> fold(loan, id, rows);
      case HouseholdMerged e -> rows.add(new Merged(id, sequence, e.from(), e.intoId()), 1);
      case HouseholdUnmerged e -> rows.add(new Merged(id, sequence, e.from(), null), 1);
      case GroupOpened e -> rows.add(new Founded(id, e.bankId(), e.unitId(), e.on()), 1);
      case GroupRanked e -> rows.add(new Ranked(id, sequence, e.from(), e.rank()), 1);
      case GroupClosed e -> rows.add(new Ranked(id, sequence, e.on(), null), 1);
      case BankRegistered e -> {
        rows.add(new Coded(Register.BANK, id, e.code()), 1);
        rows.add(new Named(Register.BANK, id, sequence, e.from(), e.name()), 1);
      }
      case BankRenamed e -> rows.add(new Named(Register.BANK, id, sequence, e.from(), e.name()), 1);
      case BankReportingChanged _ -> {
        // how the platform learns of loans moves no figure
      }
      case ProgrammeRegistered e -> {
        rows.add(new Coded(Register.PROGRAMME, id, e.code()), 1);
        rows.add(new Named(Register.PROGRAMME, id, sequence, e.from(), e.name()), 1);
      }
      case ProgrammeRenamed e ->
          rows.add(new Named(Register.PROGRAMME, id, sequence, e.from(), e.name()), 1);
      case StatementReceived e -> {
        rows.add(new Received(id, e.bankId(), e.asOf(), e.opening(), e.supersedesId()), 1);
        new Teller(id, sequence, rows).stated(e.totals());
      }
      case StatementReconciled e -> fold(e, id, sequence, rows);
      case DifferencesAccepted e ->
          new Teller(id, sequence, rows).tell(Figure.ACCEPTED, null, e.loans());
      case TermsAgreed e -> fold(e.bankId(), e.terms(), sequence, rows);
      case FeeReceived e -> fold(e.changes(), rows);
      case FeeCorrected e -> fold(e.changes(), rows);
      case StatementWithdrawn _ -> rows.add(new Withdrawn(id), 1);
      default -> throw new IllegalArgumentException("Not wanted: " + event.getClass().getName());
    }
  }

  private void fold(LoanEvent event, UUID loan, RowSink<LendingRow> rows) {
    for (var c : event.changes()) {
      rows.add(interning.row(new Step(loan, c.date(), c.place(), c.measure())), c.delta());
    }
    if (event instanceof LoanOpened opened && opened.statementId() != null) {
      rows.add(new Brought(opened.statementId()), 1);
    }
    if (event instanceof LoanRestated restated) {
      rows.add(new Brought(restated.statementId()), 1);
    }
  }

  private static void fold(
      UUID bank, AgreementTerms terms, long sequence, RowSink<LendingRow> rows) {
    rows.add(
        new Agreed(
            bank,
            sequence,
            terms.from(),
            terms.feeShare(),
            terms.fewestBorrowers(),
            terms.mostBorrowers()),
        1);
    for (var fee : terms.programmeFees()) {
      rows.add(new AgreedFee(bank, sequence, fee.programmeId(), fee.share()), 1);
    }
  }

  private static void fold(List<FeeChange> changes, RowSink<LendingRow> rows) {
    for (var c : changes) {
      var paid = new Paid(c.date(), c.bankId(), c.unitId(), c.programmeId(), c.month());
      rows.add(paid, c.delta());
    }
  }

  private static void fold(
      StatementReconciled event, UUID id, long sequence, RowSink<LendingRow> rows) {
    rows.add(new Reconciled(id, sequence), 1);
    var teller = new Teller(id, sequence, rows);
    teller.stated(event.stated());
    teller.tell(Figure.COMPUTED_LOANS, null, event.computed().loans());
    teller.tell(Figure.COMPUTED_HOUSEHOLDS, null, event.computed().households());
    teller.tell(Figure.COMPUTED_OUTSTANDING, null, event.computed().outstanding());
    teller.tell(Figure.EQUAL, null, event.equal());
    teller.tell(Figure.OPENED, null, event.opened());
    teller.tell(Figure.REFUSED, null, event.refused());
    for (var d : event.differences()) {
      teller.tell(Figure.DIFFERING_LOANS, d.cause(), d.loans());
      teller.tell(Figure.DIFFERING_AMOUNT, d.cause(), d.amount());
    }
  }

  /** Tells the numbers of one event of a statement. */
  private record Teller(UUID statement, long sequence, RowSink<LendingRow> rows) {

    void stated(ControlTotals totals) {
      tell(Figure.STATED_LOANS, null, totals.loans());
      tell(Figure.STATED_HOUSEHOLDS, null, totals.households());
      tell(Figure.STATED_OUTSTANDING, null, totals.outstanding());
    }

    void tell(Figure figure, @Nullable DifferenceCause cause, long number) {
      rows.add(new Told(statement, sequence, figure, cause), number);
    }
  }

  @Override
  public String write(LendingRow row) {
    return RowText.write(row);
  }

  @Override
  public LendingRow read(String text) {
    return interning.row(RowText.read(text));
  }
}
