package vn.sen.local.demo.dataset;

import java.time.LocalDate;
import java.util.List;

/**
 * What happens to people after they were entered, as single commands.
 *
 * @param departures of the year
 * @param formerDepartures of former members, before the opening date
 */
public record Flows(
    List<Departure> formerDepartures,
    List<Departure> departures,
    List<Readmission> readmissions,
    List<Transfer> transfers) {

  public Flows {
    formerDepartures = List.copyOf(formerDepartures);
    departures = List.copyOf(departures);
    readmissions = List.copyOf(readmissions);
    transfers = List.copyOf(transfers);
  }

  /** The reasons the API knows and the demo uses. */
  public enum Reason {
    RESIGNED,
    DIED,
    MOVED_OUT
  }

  /** A membership ends. */
  public record Departure(int person, LocalDate on, Reason reason) {}

  /** A former member is taken in again. */
  public record Readmission(int person, Branch branch, LocalDate on) {}

  /** A member goes to another branch. */
  public record Transfer(int person, Branch to, LocalDate on) {}
}
