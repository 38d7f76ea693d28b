package vn.sen.training.trainingclass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import vn.sen.chassis.org.Split;
import vn.sen.events.training.AttendanceMark;
import vn.sen.events.training.ClassResult;

/**
 * Who takes part in a class.
 *
 * @param places how many people units may send, one for each unit
 * @param seats in the order of enrolment
 */
public record Roll(List<Places> places, List<Seat> seats) {

  static final Roll EMPTY = new Roll(List.of(), List.of());

  /** So many people a unit may send. */
  public record Places(UUID unitId, int places) {}

  public Roll {
    places = List.copyOf(places);
    seats = List.copyOf(seats);
  }

  /** The seat of a person, or empty. */
  public Optional<Seat> seat(UUID person) {
    return seats.stream().filter(seat -> seat.person().equals(person)).findFirst();
  }

  Optional<Places> placesOf(UUID unit) {
    return places.stream().filter(granted -> granted.unitId().equals(unit)).findFirst();
  }

  /** How many people a unit has sent. */
  int sentBy(UUID unit) {
    return (int) seats.stream().filter(seat -> unit.equals(seat.sentBy())).count();
  }

  boolean anybodyWasPresent() {
    return seats.stream().anyMatch(seat -> !seat.present().isEmpty());
  }

  /** Whether anything was said of a session. */
  boolean tells(int session) {
    return seats.stream()
        .flatMap(seat -> seat.marks().stream())
        .anyMatch(mark -> mark.session() == session);
  }

  Roll grant(UUID unit, int count) {
    var all = new ArrayList<>(places);
    all.removeIf(granted -> granted.unitId().equals(unit));
    if (count > 0) {
      all.add(new Places(unit, count));
    }
    return new Roll(all, seats);
  }

  /**
   * With more people.
   *
   * @throws ClassRules.PlacesTaken if a unit sends more than it may
   */
  Roll with(List<Seat> more) {
    var all = new ArrayList<>(seats);
    all.addAll(more);
    var enrolled = new Roll(places, all);
    for (var granted : places) {
      int sent = enrolled.sentBy(granted.unitId());
      if (sent > granted.places() && sent > sentBy(granted.unitId())) {
        throw new ClassRules.PlacesTaken(granted.places());
      }
    }
    return enrolled;
  }

  Roll without(UUID person) {
    return new Roll(places, seats.stream().filter(seat -> !seat.person().equals(person)).toList());
  }

  /** With what was said of a session; only of those who take part. */
  Roll marked(int session, List<AttendanceMark> marks) {
    var said = new HashMap<UUID, AttendanceMark>();
    marks.forEach(mark -> said.put(mark.personId(), mark));
    return each(said, (seat, mark) -> seat.marked(session, mark.attendance()));
  }

  Roll with(Map<UUID, ClassResult> results) {
    return each(results, Seat::with);
  }

  Roll assigned(UUID person, UUID successor, List<Split> splits) {
    return each(Map.of(person, successor), (seat, to) -> seat.assignedTo(to, splits));
  }

  /** What was said of those of whom something was. */
  List<ClassResult> results() {
    return seats.stream().map(Seat::result).filter(Objects::nonNull).toList();
  }

  private <T> Roll each(Map<UUID, T> said, BiFunction<Seat, T, Seat> change) {
    return new Roll(
        places,
        seats.stream()
            .map(
                seat -> {
                  var of = said.get(seat.person());
                  return of == null ? seat : change.apply(seat, of);
                })
            .toList());
  }
}
