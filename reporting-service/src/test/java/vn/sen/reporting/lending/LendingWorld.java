package vn.sen.reporting.lending;

import java.time.Instant;
import java.time.LocalDate;
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
import vn.sen.events.lending.BankEvent.BankRegistered;
import vn.sen.events.lending.BankEvent.BankRenamed;
import vn.sen.events.lending.BorrowingHouseholdEvent.HouseholdMerged;
import vn.sen.events.lending.BorrowingHouseholdEvent.HouseholdUnmerged;
import vn.sen.events.lending.GroupEvent.GroupClosed;
import vn.sen.events.lending.GroupEvent.GroupRanked;
import vn.sen.events.lending.GroupRank;
import vn.sen.events.lending.LendingEvents;
import vn.sen.events.lending.LoanChange;
import vn.sen.events.lending.LoanEvent.LoanFrozen;
import vn.sen.events.lending.LoanEvent.LoanOpened;
import vn.sen.events.lending.LoanEvent.LoanRegrouped;
import vn.sen.events.lending.LoanEvent.MovedToOverdue;
import vn.sen.events.lending.LoanEvent.PrincipalRepaid;
import vn.sen.events.lending.LoanMeasure;
import vn.sen.events.lending.LoanPlace;
import vn.sen.events.lending.ProgrammeEvent.ProgrammeRegistered;
import vn.sen.events.lending.StatementEvent;

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
    tell(Topic.BANKS, vbsp, new BankRegistered("VBSP", "Ngân hàng Chính sách xã hội", START));
    tell(Topic.BANKS, agribank, new BankRegistered("AGRIBANK", "Agribank", START));
    tell(Topic.BANKS, lpbank, new BankRegistered("LPBANK", "Bưu điện Liên Việt", START));
    tell(Topic.BANKS, lpbank, new BankRenamed("Lộc Phát Việt Nam", LocalDate.of(2024, 7, 1)));
    tell(Topic.PROGRAMMES, poor, new ProgrammeRegistered("POOR", "Hộ nghèo", START));
    tell(Topic.PROGRAMMES, water, new ProgrammeRegistered("WATER", "Nước sạch", START));
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
    private LoanPlace place;

    private Loan(UUID id, LoanPlace place) {
      this.id = id;
      this.place = place;
    }

    private Told tell(DomainEvent event) {
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

  public Told state(UUID statement, StatementEvent event) {
    return tell(Topic.STATEMENTS, statement, event);
  }

  private Told tell(Topic topic, UUID aggregate, DomainEvent event) {
    var next = new Told(topic, aggregate, versions.merge(aggregate, 1L, Long::sum), event);
    told.add(next);
    return next;
  }
}
