package vn.sen.reporting.training.web;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.UnitTrait;
import vn.sen.reporting.reading.web.Subject;
import vn.sen.reporting.training.CoverageQuery;

/** What is asked of the people in post, beside the subject. */
record CoverageDetails(
    @Parameter(description = "The level of the rows; the next one below the unit if absent")
        @Nullable UnitLevel level,
    @Parameter(description = "A title's code or id") @Nullable String title,
    @Parameter(description = "Only posts at units of this level") @Nullable UnitLevel postLevel,
    @Parameter(description = "The code of what they are to be competent in")
        @Nullable String competency,
    @Parameter(description = "The code or id of the theme they are to be trained on")
        @Nullable String theme,
    @Parameter(description = "Only localities that are this on the hierarchy's date")
        @Nullable UnitTrait trait) {

  CoverageQuery query(Subject subject, Clock clock) {
    return new CoverageQuery(
        subject.unit(),
        subject.day(clock),
        subject.map(clock),
        level,
        title,
        postLevel,
        competency,
        theme,
        trait);
  }
}
