package vn.sen.reporting.membership.web;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.UnitTrait;
import vn.sen.reporting.membership.MembershipQuery;
import vn.sen.reporting.reading.web.Subject;

/** What is asked of the members, beside the subject. */
record MembershipDetails(
    @Parameter(description = "The level of the rows; the next one below the unit if absent")
        @Nullable UnitLevel level,
    @Parameter(description = "The first day of the flows; the first of asOf's year if absent")
        @DateTimeFormat(iso = ISO.DATE)
        @Nullable LocalDate from,
    @Parameter(description = "Only localities that are this on the hierarchy's date")
        @Nullable UnitTrait trait) {

  MembershipQuery query(Subject subject, Clock clock) {
    return new MembershipQuery(
        subject.unit(),
        subject.day(clock),
        subject.map(clock),
        level,
        subject.since(from, clock),
        trait);
  }
}
