package vn.sen.reporting.training.web;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.UnitTrait;
import vn.sen.reporting.reading.web.Subject;
import vn.sen.reporting.training.Dimension;
import vn.sen.reporting.training.TrainingQuery;
import vn.sen.reporting.training.TrainingQuery.Selection;

/** What is asked of the classes, beside the subject. */
record TrainingDetails(
    @Parameter(description = "The level of the rows; the next one below the unit if absent")
        @Nullable UnitLevel level,
    @Parameter(description = "The first day of the period; the first of asOf's year if absent")
        @DateTimeFormat(iso = ISO.DATE)
        @Nullable LocalDate from,
    @Parameter(description = "A theme's code or id") @Nullable String theme,
    @Parameter(description = "A course's code or id") @Nullable String course,
    @Parameter(description = "A programme's code") @Nullable String programme,
    @Parameter(description = "Only localities that are this on the hierarchy's date")
        @Nullable UnitTrait trait) {

  TrainingQuery query(Subject subject, Set<Dimension> by, Clock clock) {
    return new TrainingQuery(
        subject.unit(),
        subject.day(clock),
        subject.map(clock),
        level,
        subject.since(from, clock),
        new Selection(theme, course, programme, trait),
        by);
  }
}
