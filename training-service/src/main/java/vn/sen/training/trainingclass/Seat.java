package vn.sen.training.trainingclass;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.org.Split;
import vn.sen.events.training.Attendance;
import vn.sen.events.training.ClassResult;
import vn.sen.events.training.Enrolment;

/**
 * Somebody who takes part, and what is known of her in the class.
 *
 * @param sentBy the unit whose places she takes one of, or null
 * @param marks by session, those of which something was said
 * @param result null while nothing was said
 */
public record Seat(
    Enrolment enrolment, @Nullable UUID sentBy, List<Mark> marks, @Nullable ClassResult result) {

  /** Whether she was at a session. */
  public record Mark(int session, Attendance attendance) {}

  public Seat {
    marks = List.copyOf(marks);
  }

  /** The seat of somebody whom no unit has sent. */
  public static Seat unsent(Enrolment enrolment) {
    return of(enrolment, null);
  }

  static Seat of(Enrolment enrolment, @Nullable UUID sentBy) {
    return new Seat(enrolment, sentBy, List.of(), null);
  }

  UUID person() {
    return enrolment.personId();
  }

  /** The numbers of the sessions at which she was, in order. */
  public List<Integer> present() {
    return marks.stream()
        .filter(mark -> mark.attendance() == Attendance.PRESENT)
        .map(Mark::session)
        .toList();
  }

  public boolean passed() {
    return result != null && result.passed();
  }

  Seat marked(int session, Attendance attendance) {
    var all = new ArrayList<>(marks);
    all.removeIf(mark -> mark.session() == session);
    all.add(new Mark(session, attendance));
    all.sort(Comparator.comparing(Mark::session));
    return new Seat(enrolment, sentBy, all, result);
  }

  boolean isMarked(int session, Attendance attendance) {
    return marks.contains(new Mark(session, attendance));
  }

  Seat with(ClassResult stated) {
    return new Seat(enrolment, sentBy, marks, Objects.requireNonNull(stated));
  }

  Seat assignedTo(UUID successor, List<Split> splits) {
    var via = Split.following(enrolment.via(), successor, splits);
    return new Seat(
        new Enrolment(enrolment.personId(), enrolment.unitId(), via, enrolment.category()),
        sentBy,
        marks,
        result);
  }
}
