package vn.sen.reporting.change;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.chassis.view.ViewReader;
import vn.sen.events.Topic;
import vn.sen.reporting.books.Books;
import vn.sen.reporting.books.log.PastBooks;
import vn.sen.reporting.membership.MembershipQuery;
import vn.sen.reporting.membership.MembershipReporter;
import vn.sen.reporting.reading.Answers;

/**
 * Finds what changed between two moments of knowledge. What was found last is kept. Thread-safe.
 */
public final class ChangeReader {

  private static final int KEPT = 16;

  /** What lies between two positions never changes. */
  private static final String FOUND = "";

  private final PastBooks past;
  private final Books present;
  private final MembershipReporter reporter;
  private final Answers<Asked, Changes> found = new Answers<>(KEPT);

  private record Asked(ChangedReport report, ChangeQuery query, Span view, Span map) {}

  private record Span(ViewPosition from, ViewPosition until) {}

  /**
   * @param present the books as they are now
   * @param reporter of members
   */
  public ChangeReader(PastBooks past, Books present, MembershipReporter reporter) {
    this.past = past;
    this.present = present;
    this.reporter = reporter;
  }

  /**
   * The unit that is asked for, by the map as it is known now.
   *
   * @throws vn.sen.chassis.domain.RuleViolation if there is none
   */
  public UUID unit(ChangeQuery query) {
    return present
        .membership()
        .read()
        .unit(
            new MembershipQuery(query.unit(), query.asOf(), query.hierarchy(), null, query.from()));
  }

  /**
   * What changed after the query's day of knowledge.
   *
   * @param until the end of this day is the later moment; null for now, as are today and later
   * @throws UntilBeforeKnownAt if it is the earlier one
   * @throws vn.sen.chassis.domain.RuleViolation naming the parameter that does not fit the map, or
   *     if the log cannot be read
   */
  public Changes changes(ChangedReport report, ChangeQuery query, @Nullable LocalDate until) {
    if (until != null && until.isBefore(query.knownAt())) {
      throw new UntilBeforeKnownAt(query.knownAt(), until);
    }
    var byId = query.of(unit(query).toString());
    return switch (report) {
      case MEMBERSHIP -> between(report, Countings.membership(reporter.another()), byId, until);
      case LENDING -> between(report, Countings.lending(), byId, until);
      case TRAINING -> between(report, Countings.training(), byId, until);
      case GROUPS -> between(report, Countings.groups(), byId, until);
      case VOICES -> between(report, Countings.voices(), byId, until);
    };
  }

  private <K, F extends ViewReader<K>, R> Changes between(
      ChangedReport report,
      Counting<K, F, R> counting,
      ChangeQuery query,
      @Nullable LocalDate until) {
    var later = moment(counting, until);
    var earlier = past.isPast(query.knownAt()) ? moment(counting, query.knownAt()) : later;
    var asked =
        new Asked(
            report,
            query,
            new Span(earlier.view(), later.view()),
            new Span(earlier.map(), later.map()));
    return found.get(asked, FOUND, () -> find(asked, counting, earlier, later));
  }

  /**
   * The report at a moment.
   *
   * @param view up to where its view is in the log
   * @param map up to where the map is
   */
  private record Moment<R>(R reading, ViewPosition view, ViewPosition map) {}

  private <R> Moment<R> moment(Counting<?, ?, R> counting, @Nullable LocalDate day) {
    if (day != null && past.isPast(day)) {
      var end = past.endOf(day);
      return moment(counting, past.at(end), end);
    }
    return moment(counting, present, past.now());
  }

  private static <R> Moment<R> moment(
      Counting<?, ?, R> counting, Books books, ViewPosition position) {
    var reading = counting.of().apply(books);
    return new Moment<>(
        reading, counting.position().apply(reading), position.of(List.of(Topic.ORG_UNITS.name())));
  }

  private <K, F extends ViewReader<K>, R> Changes find(
      Asked asked, Counting<K, F, R> counting, Moment<R> earlier, Moment<R> later) {
    var map = new MapSteps();
    past.tell(new MapView(), asked.map().from(), asked.map().until(), map);
    var slice =
        new Slice<>(counting, asked.query(), earlier.reading(), later.reading(), map.maps());
    past.tell(counting.view(), asked.view().from(), asked.view().until(), slice);
    return slice.changes();
  }
}
