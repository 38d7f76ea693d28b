package vn.sen.training.news;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.consume.DomainEventHandler;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;
import vn.sen.events.membership.AttendanceEvent.AttendanceTold;
import vn.sen.training.participant.Directory;
import vn.sen.training.trainingclass.Classes;
import vn.sen.training.trainingclass.Outline;
import vn.sen.training.trainingclass.Seat;

/**
 * Takes the attendance that the membership service has matched to members. What cannot be taken
 * goes to the dead letters with the rule that refuses it.
 */
@Component
class AttendanceNews implements DomainEventHandler {

  static final String GROUP = "training.attendance";

  private final Classes classes;
  private final Directory directory;
  private final OrgFollower orgUnits;
  private final Clock clock;

  AttendanceNews(Classes classes, Directory directory, OrgFollower orgUnits, Clock clock) {
    this.classes = classes;
    this.directory = directory;
    this.orgUnits = orgUnits;
    this.clock = clock;
  }

  /** Whoever sent the list does not act for the organiser of the class. */
  static final class AttendanceOfAnotherUnit extends RuleViolation {
    AttendanceOfAnotherUnit() {
      super("/unitId");
    }
  }

  @Override
  public boolean concerns(DomainEvent event) {
    return event instanceof AttendanceTold;
  }

  @Override
  public void on(EventRecord envelope, DomainEvent event) {
    if (event instanceof AttendanceTold told) {
      var outline = classes.get(told.classId()).state().outline();
      requireOrganiser(told, outline);
      var seats = seats(told, outline);
      classes.change(
          told.classId(),
          CommandContext.process(GROUP, envelope.id()),
          known -> known.attendWith(told.session(), seats, LocalDate.now(clock)));
    }
  }

  private void requireOrganiser(AttendanceTold told, Outline outline) {
    var organiser = outline.plan().unitId();
    if (!organiser.equals(told.unitId())
        && !orgUnits
            .map()
            .place(organiser, outline.via(), LocalDate.now(clock))
            .isWithin(told.unitId())) {
      throw new AttendanceOfAnotherUnit();
    }
  }

  /**
   * The seats of those who can be enrolled: who was erased since the list was told is passed over.
   *
   * @throws IllegalStateException if the news of a member has not come yet: it is tried again
   */
  private List<Seat> seats(AttendanceTold told, Outline outline) {
    if (!directory.heardOf(told.present()).containsAll(told.present())) {
      throw new IllegalStateException("Members are told of of whom nothing was heard yet");
    }
    var known = directory.on(told.present(), outline.begin());
    return told.present().stream()
        .filter(known::containsKey)
        .map(known::get)
        .map(Seat::unsent)
        .toList();
  }
}
