package vn.sen.reporting.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.BusinessZone;

/**
 * Where the figures of a report come from.
 *
 * @param knownAt the day at whose end it was known so; null if it was not asked for
 * @param asOfInstant everything published by then is in them
 * @param complete false while something is still loaded or is held up
 * @param stale whether the wait for what the reader has written was given up
 * @param position up to where the log is in them, and which map sums them
 * @param simulated whether people and figures of this instance are made up
 */
public record Provenance(
    @Nullable LocalDate knownAt,
    Instant asOfInstant,
    boolean complete,
    boolean stale,
    String position,
    boolean simulated) {

  /** The fact that figures are made up. */
  public static final String SIMULATED = "simulated";

  /** What that fact says. */
  public static final String SIMULATED_DATA = "SIMULATED_DATA";

  /** The fact until when events are in the figures. */
  public static final String FRESH = "asOfInstant";

  /** The fact at the end of which day it was known so. */
  public static final String KNOWN_AT = "knownAt";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BusinessZone.ID);

  /** The same as facts. */
  public List<Fact> facts() {
    var facts = new ArrayList<Fact>();
    if (simulated) {
      facts.add(new Fact(SIMULATED, new Cell.Text(SIMULATED_DATA)));
    }
    if (knownAt != null) {
      facts.add(new Fact(KNOWN_AT, new Cell.Day(knownAt)));
    }
    facts.add(new Fact(FRESH, new Cell.Text(TIME.format(asOfInstant))));
    facts.add(new Fact("complete", new Cell.Flag(complete)));
    facts.add(new Fact("stale", new Cell.Flag(stale)));
    facts.add(new Fact("position", new Cell.Text(position)));
    return facts;
  }
}
