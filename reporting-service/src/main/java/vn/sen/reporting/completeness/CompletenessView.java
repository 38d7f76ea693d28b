package vn.sen.reporting.completeness;

import java.time.Duration;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.chassis.view.RowSink;
import vn.sen.chassis.view.ViewDefinition;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventCatalog;
import vn.sen.events.Topic;
import vn.sen.events.lending.LoanEvent;
import vn.sen.events.lending.LoanEvent.BorrowerReplaced;
import vn.sen.events.lending.LoanEvent.InterestPaid;
import vn.sen.events.lending.LoanEvent.InterestWaived;
import vn.sen.events.lending.LoanEvent.LoanDisbursed;
import vn.sen.events.lending.LoanEvent.LoanExtended;
import vn.sen.events.lending.LoanEvent.LoanFrozen;
import vn.sen.events.lending.LoanEvent.LoanOpened;
import vn.sen.events.lending.LoanEvent.LoanSettled;
import vn.sen.events.lending.LoanEvent.LoanThawed;
import vn.sen.events.lending.LoanEvent.LoanWrittenOff;
import vn.sen.events.lending.LoanEvent.MovedToOverdue;
import vn.sen.events.lending.LoanEvent.PostingCorrected;
import vn.sen.events.lending.LoanEvent.PostingReversed;
import vn.sen.events.lending.LoanEvent.PrincipalRepaid;
import vn.sen.events.lending.LoanEvent.ReturnedToTerm;
import vn.sen.events.lending.LoanEvent.UseChecked;
import vn.sen.events.lending.StatementEvent;
import vn.sen.events.lending.StatementEvent.StatementReceived;
import vn.sen.events.membership.CommunityGroupEvent;
import vn.sen.events.membership.CommunityGroupEvent.GroupClosed;
import vn.sen.events.membership.CommunityGroupEvent.GroupFounded;
import vn.sen.events.membership.CommunityGroupEvent.GroupMeetingCorrected;
import vn.sen.events.membership.CommunityGroupEvent.GroupMemberLeft;
import vn.sen.events.membership.CommunityGroupEvent.GroupMembersJoined;
import vn.sen.events.membership.CommunityGroupEvent.GroupMet;
import vn.sen.events.membership.CommunityGroupEvent.GroupOthersStated;
import vn.sen.events.membership.MemberEvent;
import vn.sen.events.membership.MemberEvent.MemberAdmitted;
import vn.sen.events.membership.MemberEvent.MemberCorrected;
import vn.sen.events.membership.MemberEvent.MemberLeft;
import vn.sen.events.membership.MemberEvent.MemberReadmitted;
import vn.sen.events.membership.MemberEvent.MemberRegistered;
import vn.sen.events.membership.MemberEvent.MemberTransferred;
import vn.sen.events.membership.MemberEvent.MemberTypeChanged;
import vn.sen.events.membership.MembershipChange;
import vn.sen.events.membership.OrgUnitEvent;
import vn.sen.events.membership.OrgUnitEvent.WomenCountStated;
import vn.sen.events.membership.RedrawingEvent;
import vn.sen.events.membership.VoiceEvent;
import vn.sen.events.membership.VoiceEvent.VoiceAnswered;
import vn.sen.events.membership.VoiceEvent.VoiceClosed;
import vn.sen.events.membership.VoiceEvent.VoiceRaised;
import vn.sen.events.training.ActivityEvent;
import vn.sen.events.training.ActivityEvent.ActivityHeld;
import vn.sen.events.training.ActivityEvent.ActivityParticipantsStated;
import vn.sen.events.training.ActivityEvent.ActivityReported;
import vn.sen.events.training.ClassEvent;
import vn.sen.events.training.ClassEvent.AttendanceRecorded;
import vn.sen.events.training.ClassEvent.ClassHeld;
import vn.sen.events.training.ClassEvent.ResultsRecorded;
import vn.sen.reporting.reading.ProvinceTime;

/**
 * Counts what people and banks enter, by when it happened and when it was recorded. What processes
 * add by themselves, such as the consequences of a redrawing, nobody has entered.
 */
public final class CompletenessView implements ViewDefinition<CompletenessRow> {

  /** What is recorded later than this was taken over as history: no month waits for it. */
  static final int HISTORY_AFTER_MONTHS = 60;

  private static final EventCatalog CATALOG =
      EventCatalog.of(
          List.of(
              OrgUnitEvent.class,
              RedrawingEvent.class,
              MemberEvent.class,
              CommunityGroupEvent.class,
              VoiceEvent.class,
              ActivityEvent.class,
              ClassEvent.class,
              LoanEvent.class,
              StatementEvent.class));

  private static final Set<Class<? extends DomainEvent>> WANTED =
      Set.of(
          WomenCountStated.class,
          MemberAdmitted.class,
          MemberRegistered.class,
          MemberCorrected.class,
          MemberTypeChanged.class,
          MemberTransferred.class,
          MemberLeft.class,
          MemberReadmitted.class,
          GroupFounded.class,
          GroupMembersJoined.class,
          GroupMemberLeft.class,
          GroupOthersStated.class,
          GroupClosed.class,
          GroupMet.class,
          GroupMeetingCorrected.class,
          VoiceRaised.class,
          VoiceAnswered.class,
          VoiceClosed.class,
          ActivityHeld.class,
          ActivityParticipantsStated.class,
          ActivityReported.class,
          AttendanceRecorded.class,
          ClassHeld.class,
          ResultsRecorded.class,
          LoanOpened.class,
          LoanDisbursed.class,
          PrincipalRepaid.class,
          InterestPaid.class,
          InterestWaived.class,
          MovedToOverdue.class,
          ReturnedToTerm.class,
          LoanFrozen.class,
          LoanThawed.class,
          LoanExtended.class,
          LoanWrittenOff.class,
          LoanSettled.class,
          BorrowerReplaced.class,
          PostingCorrected.class,
          PostingReversed.class,
          UseChecked.class,
          StatementReceived.class);

  /** Nobody waits for the last half second of what units have entered; eight topics flow in. */
  @Override
  public Duration pace() {
    return Duration.ofMillis(500);
  }

  @Override
  public String name() {
    return "completeness";
  }

  @Override
  public List<Topic> topics() {
    return List.of(
        Topic.ORG_UNITS,
        Topic.MEMBERS,
        Topic.COMMUNITY_GROUPS,
        Topic.VOICES,
        Topic.ACTIVITIES,
        Topic.CLASSES,
        Topic.LOANS,
        Topic.STATEMENTS);
  }

  @Override
  public EventCatalog catalog() {
    return CATALOG;
  }

  @Override
  public Set<Class<? extends DomainEvent>> wants() {
    return WANTED;
  }

  @Override
  public void fold(DomainEvent event, RecordMeta meta, RowSink<CompletenessRow> rows) {
    switch (event) {
      case WomenCountStated stated ->
          new Entry(DataKind.WOMEN, meta, YearMonth.from(stated.effectiveDate()))
              .add(rows, meta.aggregate(), null);
      case MemberEvent member ->
          entry(DataKind.MEMBERS, member, meta)
              .add(rows, member.changes().stream().map(MembershipChange::unit));
      case CommunityGroupEvent group ->
          entry(isMeeting(group) ? DataKind.MEETINGS : DataKind.GROUPS, group, meta)
              .add(rows, group.changes().stream().map(change -> change.place().unitId()));
      case VoiceEvent voice ->
          entry(DataKind.VOICES, voice, meta)
              .add(rows, voice.changes().stream().map(change -> change.place().unitId()));
      case ActivityEvent activity ->
          entry(DataKind.ACTIVITIES, activity, meta)
              .add(rows, activity.changes().stream().map(change -> change.place().unitId()));
      case ClassEvent held -> fold(held, entry(DataKind.CLASSES, held, meta), rows);
      case UseChecked check ->
          entry(DataKind.USE_CHECKS, check, meta)
              .add(rows, check.changes().stream().map(change -> change.place().unitId()));
      case LoanEvent posting -> fold(posting, entry(DataKind.LOANS, posting, meta), rows);
      case StatementReceived statement ->
          entry(DataKind.STATEMENTS, statement, meta).add(rows, null, statement.bankId());
      default -> throw new IllegalArgumentException("Not wanted: " + event.getClass().getName());
    }
  }

  private static boolean isMeeting(CommunityGroupEvent event) {
    return event instanceof GroupMet || event instanceof GroupMeetingCorrected;
  }

  /** A class is entered by its organiser, at whose unit stands what is about no person. */
  private static void fold(ClassEvent held, Entry entry, RowSink<CompletenessRow> rows) {
    var organiser =
        held.changes().stream()
            .map(change -> change.place())
            .filter(place -> place.personId() == null)
            .map(place -> place.unitId())
            .toList();
    entry.add(
        rows,
        organiser.isEmpty()
            ? held.changes().stream().map(change -> change.place().unitId())
            : organiser.stream());
  }

  private static void fold(LoanEvent posting, Entry entry, RowSink<CompletenessRow> rows) {
    posting.changes().stream()
        .map(change -> change.place())
        .findFirst()
        .ifPresent(place -> entry.add(rows, place.unitId(), place.bankId()));
  }

  private static Entry entry(DataKind kind, DomainEvent event, RecordMeta meta) {
    return new Entry(kind, meta, YearMonth.from(event.effectiveDate()));
  }

  /** One event as an entry for a month. */
  private record Entry(DataKind kind, RecordMeta meta, YearMonth month) {

    /** Counts once for each of the units; an event that moves no figure counts for none. */
    void add(RowSink<CompletenessRow> rows, Stream<UUID> units) {
      var seen = new HashSet<UUID>();
      units.filter(seen::add).forEach(unit -> add(rows, unit, null));
    }

    void add(RowSink<CompletenessRow> rows, @Nullable UUID unit, @Nullable UUID bank) {
      var recorded = ProvinceTime.known(meta);
      if (month.until(YearMonth.from(recorded), ChronoUnit.MONTHS) <= HISTORY_AFTER_MONTHS) {
        rows.add(new CompletenessRow(kind, unit, bank, month, recorded), 1);
      }
    }
  }

  @Override
  public String write(CompletenessRow row) {
    return row.text();
  }

  @Override
  public CompletenessRow read(String text) {
    return CompletenessRow.parse(text);
  }
}
