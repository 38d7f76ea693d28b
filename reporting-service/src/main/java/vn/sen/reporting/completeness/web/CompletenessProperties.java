package vn.sen.reporting.completeness.web;

import java.time.YearMonth;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.sen.reporting.completeness.Deadlines;
import vn.sen.reporting.completeness.Deadlines.Deadline;

/**
 * What the Union may set for completeness.
 *
 * @param deadlines dated parameters; a new one is added with its first month, the old one stays
 */
@ConfigurationProperties("sen.reporting.completeness")
record CompletenessProperties(@DefaultValue List<DeadlineFrom> deadlines) {

  /**
   * A deadline.
   *
   * @param from the first month, such as 2000-01
   * @param day of the month after the one that the data are about
   * @param source where it is written
   */
  record DeadlineFrom(String from, int day, String source) {}

  Deadlines parsed() {
    return new Deadlines(
        deadlines.stream()
            .map(one -> new Deadline(YearMonth.parse(one.from()), one.day(), one.source()))
            .toList());
  }
}
