package vn.sen.reporting.communitygroup.web;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.UnitTrait;
import vn.sen.reporting.communitygroup.CommunityGroupQuery;
import vn.sen.reporting.communitygroup.Dimension;
import vn.sen.reporting.reading.web.Subject;

/** What is asked of the community groups, beside the subject. */
record CommunityGroupDetails(
    @Parameter(description = "The level of the rows; the next one below the unit if absent")
        @Nullable UnitLevel level,
    @Parameter(description = "The first day of the flows; the first of asOf's year if absent")
        @DateTimeFormat(iso = ISO.DATE)
        @Nullable LocalDate from,
    @Parameter(description = "The code of a type of groups") @Nullable String type,
    @Parameter(description = "The code of a programme") @Nullable String programme,
    @Parameter(description = "Only localities that are this on the hierarchy's date")
        @Nullable UnitTrait trait) {

  CommunityGroupQuery query(Subject subject, Set<Dimension> by, Clock clock) {
    return new CommunityGroupQuery(
        subject.unit(),
        subject.day(clock),
        subject.map(clock),
        level,
        subject.since(from, clock),
        type,
        programme,
        trait,
        by);
  }
}
