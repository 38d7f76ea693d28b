package vn.sen.reporting.voice.web;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.UnitTrait;
import vn.sen.events.membership.VoiceKind;
import vn.sen.reporting.reading.web.Subject;
import vn.sen.reporting.voice.Dimension;
import vn.sen.reporting.voice.Side;
import vn.sen.reporting.voice.VoiceQuery;

/** What is asked of the voices, beside whose and when. */
record VoiceDetails(
    @Parameter(description = "The level of the rows; the next one below the unit if absent")
        @Nullable UnitLevel level,
    @Parameter(description = "The first day of the flows; the first of asOf's year if absent")
        @DateTimeFormat(iso = ISO.DATE)
        @Nullable LocalDate from,
    @Parameter(
            description =
                "Whether voices belong to the units where they were raised (RAISED, if absent) or"
                    + " to those that have to answer (OWNER)")
        @Nullable Side side,
    @Parameter(description = "Only voices of this kind") @Nullable VoiceKind kind,
    @Parameter(description = "The code of a subject area") @Nullable String subject,
    @Parameter(description = "Only localities that are this on the hierarchy's date")
        @Nullable UnitTrait trait) {

  VoiceQuery query(Subject asked, Set<Dimension> by, Clock clock) {
    return new VoiceQuery(
        asked.unit(),
        Objects.requireNonNullElse(side, Side.RAISED),
        asked.day(clock),
        asked.map(clock),
        level,
        asked.since(from, clock),
        kind,
        subject,
        trait,
        by);
  }
}
