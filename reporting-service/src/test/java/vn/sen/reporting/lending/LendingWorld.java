package vn.sen.reporting.lending;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.events.Cause;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;
import vn.sen.events.Topic;
import vn.sen.events.lending.AgreementEvent.TermsAgreed;
import vn.sen.events.lending.AgreementTerms;
import vn.sen.events.lending.AgreementTerms.ProgrammeFee;
import vn.sen.events.lending.BankEvent.BankRegistered;
import vn.sen.events.lending.BankEvent.BankRenamed;
import vn.sen.events.lending.BorrowingHouseholdEvent.HouseholdMerged;
import vn.sen.events.lending.BorrowingHouseholdEvent.HouseholdUnmerged;
import vn.sen.events.lending.FeeEvent.FeeChange;
import vn.sen.events.lending.FeeEvent.FeeCorrected;
import vn.sen.events.lending.FeeEvent.FeeReceived;
import vn.sen.events.lending.GroupEvent.GroupClosed;
import vn.sen.events.lending.GroupEvent.GroupOpened;
import vn.sen.events.lending.GroupEvent.GroupRanked;
import vn.sen.events.lending.GroupRank;
import vn.sen.events.lending.LendingEvents;
import vn.sen.events.lending.LoanChange;
import vn.sen.events.lending.LoanEvent;
import vn.sen.events.lending.LoanEvent.CheckTermsChanged;
import vn.sen.events.lending.LoanEvent.InterestPaid;
import vn.sen.events.lending.LoanEvent.LoanAssigned;
import vn.sen.events.lending.LoanEvent.LoanFrozen;
import vn.sen.events.lending.LoanEvent.LoanOpened;
import vn.sen.events.lending.LoanEvent.LoanRegrouped;
import vn.sen.events.lending.LoanEvent.MovedToOverdue;
import vn.sen.events.lending.LoanEvent.PrincipalRepaid;
import vn.sen.events.lending.LoanEvent.UseChecked;
import vn.sen.events.lending.LoanMeasure;
import vn.sen.events.lending.LoanPlace;
import vn.sen.events.lending.ProgrammeEvent.ProgrammeRegistered;
import vn.sen.events.lending.StatementEvent;
import vn.sen.events.membership.Approval;

/** Banks, programmes, groups, households and their loans, as their events tell. */
public final class LendingWorld {

  public static final LocalDate START = LocalDate.of(2015, 1, 1);
  public static final LocalDate DUE = LocalDate.of(2026, 6, 30);

  /** An event of an aggregate and its version. */
  public record Told(Topic topic, UUID aggregate, long sequence, DomainEvent event) {

    /** The event as it travels. */
    public EventRecord envelope() {
      return new EventRecord(
          EventRecord.idOf(aggregate, sequence),
          LendingEvents.SOURCE,
          aggregate,
          LendingEvents.CATALOG.nameOf(event),
          Instant.parse("2026-01-05T02:00:00Z"),
          sequence,
          event.effectiveDate(),
          Cause.UNKNOWN,
          LendingEvents.CATALOG.encode(event));
    }
  }

  public final UUID vbsp = UUID.randomUUID();
  public final UUID agribank = UUID.randomUUID();
  public final UUID lpbank = UUID.randomUUID();
  public final UUID poor = UUID.randomUUID();
  public final UUID water = UUID.randomUUID();

  private final List<Told> told = new ArrayList<>();
  private final Map<UUID, Long> versions = new HashMap<>();

  public LendingWorld() {
    this("");
  }

  /**
   * One of several on the same broker.
   *
   * @param prefix of the codes of its banks and programmes
   */
  public LendingWorld(String prefix) {
    bank(vbsp, prefix + "VBSP", "Ngân hàng Chính sách xã hội");
    bank(agribank, prefix + "AGRIBANK", "Agribank");
    bank(lpbank, prefix + "LPBANK", "Bưu điện Liên Việt");
    tell(Topic.BANKS, lpbank, new BankRenamed("Lộc Phát Việt Nam", LocalDate.of(2024, 7, 1)));
    tell(Topic.PROGRAMMES, poor, new ProgrammeRegistered(prefix + "POOR", "Hộ nghèo", START));
    tell(Topic.PROGRAMMES, water, new ProgrammeRegistered(prefix + "WATER", "Nước sạch", START));
  }

  private void bank(UUID bank, String code, String name) {
    tell(Topic.BANKS, bank, new BankRegistered(code, name, START));
  }

  /** All that was told so far. */
  public List<Told> told() {
    return List.copyOf(told);
  }

  /** All that was told so far, folded. */
  public LendingFigures figures() {
    var figures = new LendingFigures();
    fold(figures, told);
    return figures;
  }

  /** Folds what was told, and shows it. */
  public static void fold(LendingFigures figures, List<Told> told) {
    var view = new LendingView();
    for (var t : told) {
      view.fold(t.event(), new RecordMeta(t.aggregate(), t.sequence(), 0), figures);
    }
    figures.publish(ViewPosition.NONE);
  }

  /** Where a loan of the poor-household programme counts, outside any group. */
  public LoanPlace place(UUID bank, UUID unit, UUID household) {
    return place(bank, poor, unit, null, household);
  }

  public LoanPlace place(UUID bank, UUID programme, UUID unit, UUID group, UUID household) {
    return new LoanPlace(bank, programme, unit, List.of(), group, household, DUE);
  }

  /** A loan is paid out. */
  public Loan lend(LoanPlace place, long amount, LocalDate on) {
    return open(place, amount, on, LoanMeasure.DISBURSED, null);
  }

  /** A loan is taken over from an opening statement. */
  public Loan takeOver(LoanPlace place, long amount, LocalDate on, UUID statement) {
    return open(place, amount, on, LoanMeasure.TAKEN_OVER, statement);
  }

  private Loan open(LoanPlace place, long amount, LocalDate on, LoanMeasure flow, UUID statement) {
    var loan = new Loan(UUID.randomUUID(), place);
    loan.tell(
        new LoanOpened(
            place,
            amount,
            on,
            650,
            statement,
            on,
            List.of(
                new LoanChange(on, place, LoanMeasure.IN_TERM, amount),
                new LoanChange(on, place, flow, amount))));
    return loan;
  }

  /** A loan, to which more happens. */
  public final class Loan {
    public final UUID id;
    private final List<LoanChange> changes = new ArrayList<>();
    private LoanPlace place;

    private Loan(UUID id, LoanPlace place) {
      this.id = id;
      this.place = place;
    }

    private Told tell(LoanEvent event) {
      changes.addAll(event.changes());
      return LendingWorld.this.tell(Topic.LOANS, id, event);
    }

    private LoanChange change(LocalDate on, LoanMeasure measure, long delta) {
      return new LoanChange(on, place, measure, delta);
    }

    public Told repay(long amount, LocalDate on) {
      return tell(
          new PrincipalRepaid(
              amount,
              on,
              List.of(
                  change(on, LoanMeasure.IN_TERM, -amount),
                  change(on, LoanMeasure.REPAID, amount))));
    }

    public Told repayOverdue(long amount, LocalDate on) {
      return tell(
          new PrincipalRepaid(
              amount,
              on,
              List.of(
                  change(on, LoanMeasure.OVERDUE, -amount),
                  change(on, LoanMeasure.REPAID, amount))));
    }

    public Told moveToOverdue(long amount, LocalDate on) {
      return tell(
          new MovedToOverdue(
              amount,
              on,
              List.of(
                  change(on, LoanMeasure.IN_TERM, -amount),
                  change(on, LoanMeasure.OVERDUE, amount))));
    }

    public Told freeze(long inTerm, LocalDate on) {
      return tell(
          new LoanFrozen(
              on.plusYears(3),
              on,
              List.of(
                  change(on, LoanMeasure.IN_TERM, -inTerm),
                  change(on, LoanMeasure.FROZEN, inTerm))));
    }

    public Told payInterest(long amount, LocalDate on) {
      return tell(
          new InterestPaid(
              amount, on, List.of(change(on, LoanMeasure.INTEREST_COLLECTED, amount))));
    }

    /** A check of its use is due on a day. */
    public Told owesCheck(LocalDate dueOn) {
      return tell(
          new CheckTermsChanged(
              dueOn,
              List.of(
                  change(dueOn, LoanMeasure.CHECKS_DUE, 1),
                  change(dueOn, LoanMeasure.CHECKS_LATE, 1))));
    }

    /** The check that was due on a day is done. */
    public Told check(LocalDate dueOn, LocalDate on) {
      boolean late = on.isAfter(dueOn);
      var counted = late ? on : dueOn;
      return tell(
          new UseChecked(
              true,
              on,
              List.of(
                  change(counted, LoanMeasure.CHECKS_LATE, -1),
                  change(
                      counted,
                      late ? LoanMeasure.CHECKS_DONE_LATE : LoanMeasure.CHECKS_IN_TIME,
                      1))));
    }

    /** Splits gave it to successors: what it counted for, it counts for by way of them. */
    public Told assign(List<UUID> via) {
      var to =
          new LoanPlace(
              place.bankId(),
              place.programmeId(),
              place.unitId(),
              via,
              place.groupId(),
              place.householdId(),
              place.dueOn());
      var moved = new ArrayList<LoanChange>();
      for (var change : changes) {
        moved.add(new LoanChange(change.date(), place, change.measure(), -change.delta()));
        moved.add(new LoanChange(change.date(), to, change.measure(), change.delta()));
      }
      var before = List.copyOf(changes);
      place = to;
      var assigned = tell(new LoanAssigned(place.unitId(), via.getLast(), DUE, moved));
      changes.clear();
      before.forEach(c -> changes.add(new LoanChange(c.date(), to, c.measure(), c.delta())));
      return assigned;
    }

    /** It counts elsewhere from a day on, with a balance. */
    public Told move(UUID unit, LoanMeasure balance, long amount, LocalDate on) {
      var leaving = change(on, balance, -amount);
      place =
          new LoanPlace(
              place.bankId(),
              place.programmeId(),
              unit,
              place.via(),
              place.groupId(),
              place.householdId(),
              place.dueOn());
      return tell(
          new LoanRegrouped(
              place.groupId(), unit, on, List.of(leaving, change(on, balance, amount))));
    }
  }

  public Told merge(UUID household, UUID into, LocalDate from) {
    return tell(Topic.BORROWING_HOUSEHOLDS, household, new HouseholdMerged(into, from, from));
  }

  public Told unmerge(UUID household, LocalDate from) {
    return tell(Topic.BORROWING_HOUSEHOLDS, household, new HouseholdUnmerged(from, from));
  }

  public Told rank(UUID group, GroupRank rank, LocalDate from) {
    return tell(Topic.GROUPS, group, new GroupRanked(rank, from));
  }

  public Told close(UUID group, LocalDate on) {
    return tell(Topic.GROUPS, group, new GroupClosed(on));
  }

  /** A group of a bank at a unit. */
  public Told found(UUID group, UUID bank, UUID unit, LocalDate on) {
    return tell(Topic.GROUPS, group, new GroupOpened(bank, unit, false, on));
  }

  /** Terms with a bank: the fee, in hundredths of a percent, and groups of two to three. */
  public Told agree(UUID bank, int fee, LocalDate from, ProgrammeFee... ownFees) {
    var terms =
        new AgreementTerms(from, true, 30, 12, fee, List.of(ownFees), 2, 3, List.of(), "a paper");
    return tell(
        Topic.AGREEMENTS,
        UUID.nameUUIDFromBytes(bank.toString().getBytes(StandardCharsets.UTF_8)),
        new TermsAgreed(bank, terms, new Approval("lan", "hoa"), from));
  }

  /** A bank pays a unit for a month, for all programmes in one sum. */
  public Payment pay(UUID bank, UUID unit, YearMonth month, long amount, LocalDate on) {
    return pay(bank, null, unit, month, amount, on);
  }

  /** A bank pays a unit for a month and a programme; for all of these where it is null. */
  public Payment pay(
      UUID bank, UUID programme, UUID unit, YearMonth month, long amount, LocalDate on) {
    var payment = new Payment(UUID.randomUUID(), bank, programme, unit, month, amount, on);
    tell(
        Topic.FEES,
        payment.id(),
        new FeeReceived(
            bank, unit, programme, month.atDay(1), amount, on, List.of(payment.change(amount))));
    return payment;
  }

  /** A payment of a fee. */
  public record Payment(
      UUID id, UUID bank, UUID programme, UUID unit, YearMonth month, long amount, LocalDate on) {

    private FeeChange change(long delta) {
      return new FeeChange(on, bank, unit, programme, month.atDay(1), delta);
    }
  }

  /** It was of another amount. */
  public Told correct(Payment payment, long amount) {
    return tell(
        Topic.FEES,
        payment.id(),
        new FeeCorrected(
            payment.month().atDay(1),
            amount,
            payment.on(),
            List.of(payment.change(-payment.amount()), payment.change(amount))));
  }

  public Told state(UUID statement, StatementEvent event) {
    return tell(Topic.STATEMENTS, statement, event);
  }

  private Told tell(Topic topic, UUID aggregate, DomainEvent event) {
    var next = new Told(topic, aggregate, versions.merge(aggregate, 1L, Long::sum), event);
    told.add(next);
    return next;
  }
}
