package vn.sen.acceptance.faults;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the commands acknowledged so far make of one member, by this package's own understanding of
 * them.
 *
 * @param version how many commands were acknowledged
 * @param proposedTo where she waits to be admitted, or null
 * @param stays at units, the first one first
 * @param lastDay of any command, so that the next one can be later
 */
record Person(
    UUID id,
    long version,
    @Nullable UUID proposedTo,
    List<Stay> stays,
    @Nullable UUID household,
    LocalDate lastDay) {

  /** A stay at a unit; a flow that is null is none for the report. */
  record Stay(
      UUID unit,
      boolean honorary,
      LocalDate from,
      @Nullable String in,
      @Nullable LocalDate until,
      @Nullable String out) {

    Stay ended(LocalDate on, @Nullable String flow) {
      return new Stay(unit, honorary, from, in, on, flow);
    }

    boolean lasts() {
      return until == null;
    }
  }

  static Person begun(UUID id, Command command) {
    return switch (command) {
      case Command.Register c ->
          new Person(id, 1, null, List.of(joined(c.unit(), false, c.on())), null, c.on());
      case Command.Propose c -> new Person(id, 1, c.unit(), List.of(), null, c.on());
      default -> throw new IllegalArgumentException("Begins nothing: " + command);
    };
  }

  boolean isMember() {
    return !stays.isEmpty() && stays.getLast().lasts();
  }

  /** The same member after one more acknowledged command. */
  Person after(Command command) {
    return switch (command) {
      case Command.Approve c ->
          new Person(id, version + 1, null, admitted(c.on()), household, c.on());
      case Command.Transfer c -> with(c.on(), moved(c));
      case Command.Depart c ->
          with(c.on(), replacingLast(stays.getLast().ended(c.on(), "RESIGNATION")));
      case Command.Readmit c -> with(c.on(), readmitted(c));
      case Command.CorrectJoining c -> with(lastDay, rejoined(c.on()));
      case Command.CorrectPhone _ -> with(lastDay, stays);
      case Command.ChangeType c -> with(c.on(), retyped(c));
      case Command.ChangeHousehold c ->
          new Person(id, version + 1, null, stays, c.household(), c.on());
      case Command.Register _, Command.Propose _ ->
          throw new IllegalArgumentException("Began already: " + command);
    };
  }

  private Person with(LocalDate day, List<Stay> next) {
    return new Person(id, version + 1, proposedTo, next, household, day);
  }

  private static Stay joined(UUID unit, boolean honorary, LocalDate on) {
    return new Stay(unit, honorary, on, "ADMISSION", null, null);
  }

  private List<Stay> admitted(LocalDate on) {
    if (proposedTo == null) {
      throw new IllegalStateException("Nobody proposed her");
    }
    return List.of(joined(proposedTo, false, on));
  }

  private List<Stay> moved(Command.Transfer c) {
    var last = stays.getLast();
    return replacingLast(
        last.ended(c.on(), "TRANSFER"),
        new Stay(c.to(), last.honorary(), c.on(), "TRANSFER", null, null));
  }

  private List<Stay> readmitted(Command.Readmit c) {
    var last = stays.getLast();
    return replacingLast(
        last, new Stay(c.unit(), last.honorary(), c.on(), "READMISSION", null, null));
  }

  private List<Stay> rejoined(LocalDate on) {
    var only = stays.getLast();
    return List.of(joined(only.unit(), only.honorary(), on));
  }

  private List<Stay> retyped(Command.ChangeType c) {
    var last = stays.getLast();
    return replacingLast(
        last.ended(c.on(), null), new Stay(last.unit(), c.honorary(), c.on(), null, null, null));
  }

  private List<Stay> replacingLast(Stay... replacement) {
    var all = new ArrayList<>(stays.subList(0, stays.size() - 1));
    all.addAll(List.of(replacement));
    return List.copyOf(all);
  }
}
