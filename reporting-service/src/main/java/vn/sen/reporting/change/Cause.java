package vn.sen.reporting.change;

import java.time.LocalDate;
import java.util.Set;
import vn.sen.events.DomainEvent;
import vn.sen.events.lending.BorrowingHouseholdEvent.HouseholdMerged;
import vn.sen.events.lending.BorrowingHouseholdEvent.HouseholdUnmerged;
import vn.sen.events.lending.LoanEvent.LoanAssigned;
import vn.sen.events.lending.LoanEvent.LoanRestated;
import vn.sen.events.lending.LoanEvent.PostingCorrected;
import vn.sen.events.lending.LoanEvent.PostingReversed;
import vn.sen.events.membership.CommunityGroupEvent.GroupAssigned;
import vn.sen.events.membership.CommunityGroupEvent.GroupClosingCancelled;
import vn.sen.events.membership.CommunityGroupEvent.GroupCorrected;
import vn.sen.events.membership.CommunityGroupEvent.GroupMeetingCancelled;
import vn.sen.events.membership.CommunityGroupEvent.GroupMeetingCorrected;
import vn.sen.events.membership.CommunityGroupEvent.GroupStayCorrected;
import vn.sen.events.membership.MemberEvent.MemberAssigned;
import vn.sen.events.membership.MemberEvent.MemberCorrected;
import vn.sen.events.membership.MemberEvent.MemberWithdrawn;
import vn.sen.events.membership.OrgUnitEvent;
import vn.sen.events.membership.OrgUnitEvent.WomenCountStated;
import vn.sen.events.membership.RedrawingEvent;
import vn.sen.events.membership.VoiceEvent.VoiceCorrected;
import vn.sen.events.training.ClassEvent.ClassAssigned;
import vn.sen.events.training.ClassEvent.ClassCancelled;
import vn.sen.events.training.ClassEvent.ClassReplanned;
import vn.sen.events.training.ClassEvent.ParticipantAssigned;
import vn.sen.events.training.ClassEvent.ParticipantRemoved;

/** Why a figure is another one than it was known to be. */
public enum Cause {
  /** It happened after the earlier day of knowledge. */
  NEW_FACT,
  /** It had happened by then, and was recorded later. */
  LATE_ENTRY,
  /** What had been recorded was wrong. */
  CORRECTION,
  /** What a split had left open was assigned to a successor. */
  ASSIGNMENT,
  /** The map was drawn otherwise: what was known then counts at other units. */
  MAP,
  /** A number of women was stated. */
  WOMEN_STATED,
  /** Households turned out to be one, or not to be one after all. */
  HOUSEHOLDS_MATCHED;

  private static final Set<Class<? extends DomainEvent>> CORRECTIONS =
      Set.of(
          MemberCorrected.class,
          MemberWithdrawn.class,
          PostingCorrected.class,
          PostingReversed.class,
          LoanRestated.class,
          GroupCorrected.class,
          GroupStayCorrected.class,
          GroupMeetingCorrected.class,
          GroupMeetingCancelled.class,
          GroupClosingCancelled.class,
          VoiceCorrected.class,
          ClassReplanned.class,
          ClassCancelled.class,
          ParticipantRemoved.class);

  private static final Set<Class<? extends DomainEvent>> ASSIGNMENTS =
      Set.of(
          MemberAssigned.class,
          LoanAssigned.class,
          GroupAssigned.class,
          ClassAssigned.class,
          ParticipantAssigned.class);

  private static final Set<Class<? extends DomainEvent>> MATCHES =
      Set.of(HouseholdMerged.class, HouseholdUnmerged.class);

  /** The cause that an event is, told after what was known on a day. */
  static Cause of(DomainEvent event, LocalDate knownAt) {
    if (event instanceof WomenCountStated) {
      return WOMEN_STATED;
    }
    if (event instanceof OrgUnitEvent || event instanceof RedrawingEvent) {
      return MAP;
    }
    if (CORRECTIONS.contains(event.getClass())) {
      return CORRECTION;
    }
    if (ASSIGNMENTS.contains(event.getClass())) {
      return ASSIGNMENT;
    }
    if (MATCHES.contains(event.getClass())) {
      return HOUSEHOLDS_MATCHED;
    }
    return event.effectiveDate().isAfter(knownAt) ? NEW_FACT : LATE_ENTRY;
  }
}
