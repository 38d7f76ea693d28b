package vn.sen.local.demo.dataset;

import java.time.LocalDate;
import java.util.stream.IntStream;

/**
 * The sums that the invented people must come to; nothing of it is known to any service.
 *
 * @param openingDate last day of the year before
 * @param reportDate last day of the flows
 * @param opening members at the end of the opening date
 * @param rejoined former members taken in again after the opening date
 * @param movedIn members who came from outside the province
 * @param low the communes below the threshold
 * @param other all remaining communes
 * @param fewestBranches of a commune, at least 2
 */
public record Targets(
    LocalDate openingDate,
    LocalDate reportDate,
    int opening,
    int admitted,
    int rejoined,
    int movedIn,
    int resigned,
    int died,
    int movedOut,
    int transfersInsideCommune,
    int transfersInsideDistrict,
    int transfersBetweenDistricts,
    Low low,
    Other other,
    int fewestBranches,
    int mostBranches) {

  /** Communes, and their sums, that shall lie under the early-warning threshold. */
  public record Low(int communes, int members, int women, int womenPresent) {}

  /** Women of the communes that are not low; their members are what remains. */
  public record Other(int women, int womenPresent) {}

  /** The most people one data set can have: serial numbers of identity cards have six digits. */
  public static final int MOST_PEOPLE = 1_000_000;

  public Targets {
    require(openingDate.isBefore(reportDate), "reportDate must be after openingDate");
    require(
        IntStream.of(
                    opening,
                    admitted,
                    rejoined,
                    movedIn,
                    resigned,
                    died,
                    movedOut,
                    transfersInsideCommune,
                    transfersInsideDistrict,
                    transfersBetweenDistricts,
                    low.communes,
                    low.members,
                    low.women,
                    low.womenPresent,
                    other.women,
                    other.womenPresent)
                .min()
                .orElseThrow()
            >= 0,
        "no target may be negative");
    require(
        resigned
                + died
                + movedOut
                + transfersInsideCommune
                + transfersInsideDistrict
                + transfersBetweenDistricts
            <= opening,
        "more leave or transfer than there are at the opening");
    require(
        low.members <= opening + admitted + rejoined + movedIn - resigned - died - movedOut,
        "low.members exceeds all members");
    require(low.communes > 0 || low.members + low.women == 0, "low.communes is missing");
    require(low.womenPresent <= low.women, "low.womenPresent exceeds low.women");
    require(other.womenPresent <= other.women, "other.womenPresent exceeds other.women");
    require(2 <= fewestBranches && fewestBranches <= mostBranches, "branches must be 2 or more");
    require(
        (long) opening + admitted + rejoined + movedIn <= MOST_PEOPLE,
        "more than " + MOST_PEOPLE + " people");
  }

  /** Members at the end of the report date. */
  public int members() {
    return opening + net();
  }

  /** What the flows add up to; transfers inside the province are none. */
  public int net() {
    return admitted + rejoined + movedIn - leavers();
  }

  /** All who leave between the two dates. */
  public int leavers() {
    return resigned + died + movedOut;
  }

  /** Every people count times the factor, rounded; the number of communes and branches stays. */
  public Targets scaled(double factor) {
    require(factor > 0 && factor <= 1, "a scale is above 0 and at most 1");
    if (factor == 1) {
      return this;
    }
    return new Targets(
        openingDate,
        reportDate,
        times(opening, factor),
        times(admitted, factor),
        times(rejoined, factor),
        times(movedIn, factor),
        times(resigned, factor),
        times(died, factor),
        times(movedOut, factor),
        times(transfersInsideCommune, factor),
        times(transfersInsideDistrict, factor),
        times(transfersBetweenDistricts, factor),
        new Low(
            low.communes,
            times(low.members, factor),
            times(low.women, factor),
            times(low.womenPresent, factor)),
        new Other(times(other.women, factor), times(other.womenPresent, factor)),
        fewestBranches,
        mostBranches);
  }

  private static int times(int count, double factor) {
    return (int) Math.round(count * factor);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
