package vn.sen.lending.review;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.consume.DomainEventHandler;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;
import vn.sen.events.lending.LoanReview;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.MemberEvent.MemberErased;
import vn.sen.events.membership.MemberEvent.MemberHouseholdChanged;
import vn.sen.events.membership.MemberEvent.MemberLeft;
import vn.sen.events.membership.MemberEvent.MemberProposed;
import vn.sen.events.membership.MemberEvent.MemberRegistered;
import vn.sen.events.membership.MemberEvent.MemberTransferred;
import vn.sen.lending.group.Groups;
import vn.sen.lending.household.MemberHashes;
import vn.sen.lending.review.HouseholdNews.News;

/**
 * The process that marks loans for review when a member of the borrowing household dies, leaves or
 * moves, and takes note that a group has lost its leader. The loan does not vanish with her. By
 * whom an erased member was recognised is forgotten.
 */
@Component
class MemberNews implements DomainEventHandler {

  static final String GROUP = "lending.reviews";

  private final MemberHouseholds members;
  private final MemberHashes hashes;
  private final LoansToReview toReview;
  private final Groups groups;

  MemberNews(MemberHouseholds members, MemberHashes hashes, LoansToReview toReview, Groups groups) {
    this.members = members;
    this.hashes = hashes;
    this.toReview = toReview;
    this.groups = groups;
  }

  @Override
  public boolean concerns(DomainEvent event) {
    return switch (event) {
      case MemberProposed e -> e.householdId() != null;
      case MemberRegistered e -> e.householdId() != null;
      case MemberHouseholdChanged _, MemberLeft _, MemberTransferred _, MemberErased _ -> true;
      default -> false;
    };
  }

  @Override
  public void on(EventRecord envelope, DomainEvent event) {
    var member = envelope.subject();
    switch (event) {
      case MemberProposed e -> members.note(member, e.householdId());
      case MemberRegistered e -> members.note(member, e.householdId());
      case MemberHouseholdChanged e -> members.note(member, e.toHouseholdId());
      case MemberErased _ -> hashes.forget(member, envelope.sequence());
      case MemberTransferred _ -> review(envelope, LoanReview.MEMBER_MOVED);
      case MemberLeft e -> {
        review(envelope, reason(e.reason()));
        groupsLedBy(envelope, e.reason());
      }
      default -> {
        // no news for lending
      }
    }
  }

  private static LoanReview reason(Flow flow) {
    return switch (flow) {
      case DEATH -> LoanReview.MEMBER_DIED;
      case MOVE_OUT -> LoanReview.MEMBER_MOVED;
      default -> LoanReview.MEMBER_LEFT;
    };
  }

  private void review(EventRecord envelope, LoanReview reason) {
    members
        .of(envelope.subject())
        .ifPresent(
            household ->
                toReview.mark(
                    new News(envelope.id(), household, reason, envelope.effectiveDate())));
  }

  private void groupsLedBy(EventRecord envelope, Flow reason) {
    var member = envelope.subject();
    var on = envelope.effectiveDate();
    for (UUID group : groups.ledBy(member)) {
      if (reason == Flow.DEATH) {
        groups.memberDied(group, member, on, by(envelope, group));
      } else {
        groups.leaderGone(group, on, by(envelope, group));
      }
    }
  }

  private static CommandContext by(EventRecord envelope, UUID aggregate) {
    return CommandContext.process(GROUP, envelope.id() + "/" + aggregate);
  }
}
