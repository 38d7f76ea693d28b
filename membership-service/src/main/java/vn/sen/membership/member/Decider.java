package vn.sen.membership.member;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.chassis.org.Split;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.MemberEvent;
import vn.sen.events.membership.MemberEvent.MemberAdmitted;
import vn.sen.events.membership.MemberEvent.MemberAssigned;
import vn.sen.events.membership.MemberEvent.MemberCorrected;
import vn.sen.events.membership.MemberEvent.MemberErased;
import vn.sen.events.membership.MemberEvent.MemberHouseholdChanged;
import vn.sen.events.membership.MemberEvent.MemberLeft;
import vn.sen.events.membership.MemberEvent.MemberProposed;
import vn.sen.events.membership.MemberEvent.MemberReadmitted;
import vn.sen.events.membership.MemberEvent.MemberRegistered;
import vn.sen.events.membership.MemberEvent.MemberRejected;
import vn.sen.events.membership.MemberEvent.MemberTransferred;
import vn.sen.events.membership.MemberEvent.MemberTypeChanged;
import vn.sen.events.membership.MemberEvent.MemberWithdrawn;
import vn.sen.events.membership.MembershipChange;
import vn.sen.events.membership.UnitLevel;
import vn.sen.membership.member.Member.Active;
import vn.sen.membership.member.Member.Enrolled;
import vn.sen.membership.member.Member.Erased;
import vn.sen.membership.member.Member.Former;
import vn.sen.membership.member.Member.Proposed;
import vn.sen.membership.member.Member.Rejected;
import vn.sen.membership.member.Member.Withdrawn;
import vn.sen.membership.orgunit.Splits;
import vn.sen.membership.orgunit.UnitRules;
import vn.sen.membership.orgunit.Units;

/**
 * Decides commands to members.
 *
 * @param units the org units as known now
 * @param splits what redrawings divided
 * @param today in the province's zone: nothing is entered for a day to come
 */
public record Decider(Units units, Splits splits, LocalDate today) {

  /** Begins a record. */
  public Decision<Member> begin(MemberCommand.Beginning command) {
    return switch (command) {
      case MemberCommand.Propose c -> propose(c);
      case MemberCommand.Register c -> register(c);
    };
  }

  private Decision<Member> propose(MemberCommand.Propose c) {
    var particulars = c.particulars().checked(today);
    particulars.requireFit(c.type());
    requirePast(c.proposedOn(), "/proposedOn");
    var unit = requireUnit(c.unitId(), c.proposedOn(), "/unitId", "/proposedOn");
    if (unit.level().compareTo(UnitLevel.BRANCH) < 0) {
      throw new MemberRules.OnlyBranchesPropose("/unitId");
    }
    particulars.requireBornBy(c.proposedOn(), "/proposedOn");
    return Decision.of(
        new Proposed(particulars, c.unitId(), c.type(), c.householdId(), c.proposedOn()),
        new MemberProposed(c.unitId(), c.type(), c.householdId(), c.proposedOn()));
  }

  private Decision<Member> register(MemberCommand.Register c) {
    var particulars = c.particulars().checked(today);
    particulars.requireFit(c.type());
    requirePast(c.joinedOn(), "/joinedOn");
    requireUnit(c.unitId(), c.joinedOn(), "/unitId", "/joinedOn");
    particulars.requireBornBy(c.joinedOn(), "/joinedOn");
    var timeline = Timeline.begun(c.unitId(), c.type(), c.joinedOn(), c.joinKind());
    return Decision.of(
        new Active(particulars, timeline, c.householdId()),
        new MemberRegistered(
            c.unitId(), c.type(), c.householdId(), c.importId(), c.joinedOn(), timeline.changes()));
  }

  /** Decides a command to a record that exists. */
  public Decision<Member> decide(Member member, MemberCommand command) {
    if (!(command instanceof MemberCommand.Erase)) {
      requireOpen(member);
    }
    return switch (command) {
      case MemberCommand.Beginning _ ->
          throw new IllegalArgumentException("A record begins once: use begin");
      case MemberCommand.Approve c -> approve(proposed(member), c);
      case MemberCommand.Reject c -> reject(proposed(member), c);
      case MemberCommand.Correct c -> correct(member, c);
      case MemberCommand.CorrectJoining c -> correctJoining(enrolled(member), c);
      case MemberCommand.ChangeType c -> changeType(active(member), c);
      case MemberCommand.ChangeHousehold c -> changeHousehold(active(member), c);
      case MemberCommand.Transfer c -> transfer(active(member), c);
      case MemberCommand.Depart c -> depart(active(member), c);
      case MemberCommand.Readmit c -> readmit(member, c);
      case MemberCommand.Follow c -> follow(enrolled(member), c);
      case MemberCommand.Withdraw c -> withdraw(active(member), c);
      case MemberCommand.Erase c -> erase(member, c);
      case MemberCommand.Reduce _ -> reduce(member);
    };
  }

  private static void requireOpen(Member member) {
    if (member instanceof Withdrawn) {
      throw new MemberRules.RecordWithdrawn();
    }
    if (member instanceof Erased) {
      throw new MemberRules.RecordErased();
    }
  }

  private Decision<Member> approve(Proposed proposed, MemberCommand.Approve c) {
    requireDecisionDay(proposed, c.approvedOn(), "/approvedOn");
    requireUnit(proposed.unitId(), c.approvedOn(), "/approvedOn", "/approvedOn");
    var commune =
        units
            .admittingUnit(proposed.unitId(), c.approvedOn())
            .orElseThrow(() -> new MemberRules.NoCommuneAbove("/approvedOn"));
    if (c.communeId() != null && !c.communeId().equals(commune)) {
      throw new MemberRules.NotTheCommuneAbove();
    }
    var timeline =
        Timeline.begun(proposed.unitId(), proposed.type(), c.approvedOn(), Flow.ADMISSION);
    return Decision.of(
        new Active(proposed.particulars(), timeline, proposed.householdId()),
        new MemberAdmitted(proposed.unitId(), proposed.type(), c.approvedOn(), timeline.changes()));
  }

  private Decision<Member> reject(Proposed proposed, MemberCommand.Reject c) {
    requireDecisionDay(proposed, c.on(), "/on");
    return Decision.of(
        new Rejected(
            proposed.particulars(), proposed.unitId(), proposed.type(), c.on(), c.reason()),
        new MemberRejected(c.on()));
  }

  private void requireDecisionDay(Proposed proposed, LocalDate day, String pointer) {
    requirePast(day, pointer);
    if (day.isBefore(proposed.proposedOn())) {
      throw new MemberRules.DecidedBeforeProposed(pointer);
    }
  }

  private Decision<Member> correct(Member member, MemberCommand.Correct c) {
    var corrected = c.particulars().checked(today);
    corrected.requireFit(member.currentType());
    if (member instanceof Enrolled enrolled) {
      var joinedOn = enrolled.timeline().stints().getFirst().in().on();
      corrected.requireBornBy(joinedOn, "/birthDate");
    }
    var fields = member.particulars().differences(corrected);
    return fields.isEmpty()
        ? Decision.nothing(member)
        : Decision.of(
            member.withParticulars(corrected), new MemberCorrected(fields, today, List.of()));
  }

  private Decision<Member> correctJoining(Enrolled member, MemberCommand.CorrectJoining c) {
    requirePast(c.joinedOn(), "/joinedOn");
    member.particulars().requireBornBy(c.joinedOn(), "/joinedOn");
    var unit = member.timeline().joining().unit();
    requireUnit(unit, c.joinedOn(), "/joinedOn", "/joinedOn");
    return along(
        member,
        member.timeline().rejoined(c.joinedOn()),
        changes -> new MemberCorrected(List.of("joinedOn"), c.joinedOn(), changes));
  }

  private Decision<Member> changeType(Active member, MemberCommand.ChangeType c) {
    if (member.currentType() == c.type()) {
      return Decision.nothing(member);
    }
    requirePast(c.on(), "/on");
    member.particulars().requireFit(c.type());
    return along(
        member,
        member.timeline().retyped(c.type(), c.on()),
        changes -> new MemberTypeChanged(c.type(), c.on(), changes));
  }

  private Decision<Member> changeHousehold(Active member, MemberCommand.ChangeHousehold c) {
    requirePast(c.on(), "/on");
    var before = member.householdId();
    var after = c.householdId();
    return Objects.equals(before, after)
        ? Decision.nothing(member)
        : Decision.of(
            new Active(member.particulars(), member.timeline(), after),
            new MemberHouseholdChanged(before, after, c.on()));
  }

  private Decision<Member> transfer(Active member, MemberCommand.Transfer c) {
    var from = member.currentUnit();
    if (from.equals(c.toUnitId())) {
      throw new MemberRules.TransferToTheSameUnit();
    }
    requireReceiving(c.toUnitId(), c.on());
    return along(
        member,
        member.timeline().transferred(c.toUnitId(), c.on()),
        changes -> new MemberTransferred(from, c.toUnitId(), c.on(), changes));
  }

  /**
   * Holds that the unit can take a member in on the day.
   *
   * @throws RuleViolation a rule about the unit or the day
   */
  public void requireReceiving(UUID toUnitId, LocalDate on) {
    requirePast(on, "/on");
    requireUnit(toUnitId, on, "/toUnitId", "/on");
  }

  /** Moves a member to another unit, or takes a former one in again there. */
  public Decision<Member> move(Member member, UUID toUnitId, LocalDate on) {
    return decide(
        member,
        member instanceof Former
            ? new MemberCommand.Readmit(toUnitId, on)
            : new MemberCommand.Transfer(toUnitId, on));
  }

  private Decision<Member> depart(Active member, MemberCommand.Depart c) {
    requirePast(c.on(), "/on");
    var timeline = member.timeline().left(c.reason(), c.on());
    return Decision.of(
        new Former(member.particulars(), timeline, member.householdId(), c.note()),
        new MemberLeft(
            member.currentUnit(), c.reason(), c.on(), timeline.changesSince(member.timeline())));
  }

  private Decision<Member> readmit(Member member, MemberCommand.Readmit c) {
    if (!(member instanceof Former former)) {
      throw member instanceof Active
          ? new MemberRules.MemberStillActive()
          : new MemberRules.MemberNotAdmittedYet();
    }
    var end = former.timeline().last().out();
    if (end != null && end.flow() == Flow.DEATH) {
      throw new MemberRules.MemberDied();
    }
    requirePast(c.on(), "/on");
    requireUnit(c.unitId(), c.on(), "/unitId", "/on");
    var timeline = former.timeline().readmitted(c.unitId(), c.on());
    return Decision.of(
        new Active(former.particulars(), timeline, former.householdId()),
        new MemberReadmitted(c.unitId(), c.on(), timeline.changesSince(former.timeline())));
  }

  private Decision<Member> follow(Enrolled member, MemberCommand.Follow c) {
    var split = concerned(member, c.successorId(), splits.into(c.redrawingId(), c.successorId()));
    var timeline =
        member.timeline().assigned(stint -> concerns(split, stint), c.successorId(), split);
    return along(
        member,
        timeline,
        changes -> new MemberAssigned(c.redrawingId(), c.successorId(), split.on(), changes));
  }

  /**
   * One redrawing may give a successor parts of several units: it is the split of the one where she
   * was last that is meant, and once she follows it there, of the one before that is still open.
   */
  private Split concerned(Enrolled member, UUID successor, List<Split> splits) {
    var stints = member.timeline().stints().reversed();
    var concerning =
        stints.stream()
            .flatMap(stint -> splits.stream().filter(split -> concerns(split, stint)))
            .distinct()
            .toList();
    var last = concerning.stream().findFirst().orElseThrow(UnitRules.NotConcernedByTheSplit::new);
    boolean followed =
        stints.stream()
            .filter(stint -> concerns(last, stint))
            .allMatch(stint -> stint.via().contains(successor));
    return concerning.stream()
        .filter(split -> followed && stints.stream().anyMatch(stint -> isOpen(split, stint)))
        .findFirst()
        .orElse(last);
  }

  private boolean isOpen(Split split, Stint stint) {
    return split.leavesOpen(units.map(), stint.unit(), stint.via());
  }

  private Decision<Member> withdraw(Active member, MemberCommand.Withdraw c) {
    var takenBack = Timeline.empty().changesSince(member.timeline());
    return Decision.of(
        new Withdrawn(member.particulars(), member.currentUnit(), member.currentType(), today),
        new MemberWithdrawn(
            member.householdId(), c.withdrawalId(), c.approval(), today, takenBack));
  }

  private static Decision<Member> erase(Member member, MemberCommand.Erase c) {
    var timeline =
        switch (member) {
          case Erased erased -> erased.timeline();
          case Active _ -> throw new MemberRules.MembershipStillLasts();
          case Former former -> former.timeline();
          case Proposed _, Rejected _, Withdrawn _ -> Timeline.empty();
        };
    return member instanceof Erased
        ? Decision.nothing(member)
        : Decision.of(
            new Erased(timeline, member.currentUnit(), member.currentType(), c.on()),
            new MemberErased(c.on()));
  }

  private Decision<Member> reduce(Member member) {
    var reduced = member.particulars().reduced();
    var fields = new ArrayList<>(member.particulars().differences(reduced));
    var next = member.withParticulars(reduced);
    if (next instanceof Former former && former.note() != null) {
      fields.add("note");
      next = new Former(reduced, former.timeline(), former.householdId(), null);
    }
    return fields.isEmpty()
        ? Decision.nothing(member)
        : Decision.of(next, new MemberCorrected(fields, today, List.of()));
  }

  private boolean concerns(Split split, Stint stint) {
    return split.concerns(units.map(), stint.unit(), stint.via());
  }

  private static Decision<Member> along(
      Enrolled member, Timeline timeline, Function<List<MembershipChange>, MemberEvent> event) {
    var next = member.withTimeline(timeline);
    return timeline.equals(member.timeline())
        ? Decision.nothing(next)
        : Decision.of(next, event.apply(timeline.changesSince(member.timeline())));
  }

  private static Proposed proposed(Member member) {
    if (member instanceof Proposed proposed) {
      return proposed;
    }
    throw new MemberRules.ProposalNotOpen();
  }

  private static Active active(Member member) {
    return switch (member) {
      case Active active -> active;
      case Former _ -> throw new MemberRules.MemberAlreadyLeft();
      case Erased _ -> throw new MemberRules.RecordErased();
      case Proposed _, Rejected _, Withdrawn _ -> throw new MemberRules.MemberNotAdmittedYet();
    };
  }

  private static Enrolled enrolled(Member member) {
    return switch (member) {
      case Active active -> active;
      case Former former -> former;
      case Erased _ -> throw new MemberRules.RecordErased();
      case Proposed _, Rejected _, Withdrawn _ -> throw new MemberRules.MemberNotAdmittedYet();
    };
  }

  private void requirePast(LocalDate day, String pointer) {
    if (day.isAfter(today)) {
      throw new MemberRules.DateInTheFuture(pointer);
    }
  }

  /**
   * @param pointer of the unit, named where the unit is unknown or takes no members
   * @param dayPointer of the day, named where the unit does not exist then
   */
  private OrgUnit requireUnit(UUID id, LocalDate day, String pointer, String dayPointer) {
    var unit =
        units.unit(id).orElseThrow(() -> new UnitRules.UnitNotInForce(pointer, day.toString()));
    if (!unit.existsOn(day)) {
      throw new UnitRules.UnitNotInForce(dayPointer, day.toString());
    }
    if (!MemberRules.takesMembers(unit.level())) {
      throw new MemberRules.UnitTakesNoMembers(pointer, unit.level());
    }
    return unit;
  }
}
