package vn.sen.reporting.change;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.chassis.view.ViewReader;
import vn.sen.events.Topic;
import vn.sen.reporting.books.Books;
import vn.sen.reporting.books.log.PastBooks;
import vn.sen.reporting.membership.MembershipQuery;
import vn.sen.reporting.membership.MembershipReporter;
import vn.sen.reporting.reading.Answers;
import vn.sen.reporting.reading.Patience;

/**
 * Finds what changed between two moments of knowledge. What was found last is kept. Thread-safe.
 */
public final class ChangeReader {

  private static final int KEPT = 16;

  /** What lies between two positions never changes. */
  private static final String FOUND = "";

  private static final String MAP = Topic.ORG_UNITS.name();

  private final PastBooks past;
  private final Books present;
  private final MembershipReporter reporter;
  private final Answers<Asked, Changes> found = new Answers<>(KEPT);

  private record Asked(ChangedReport report, ChangeQuery query, Span view, Span map) {}

  private record Span(ViewPosition from, ViewPosition until) {}

  /**
   * A later moment as it was found, so that a list goes on with it whatever has happened since.
   *
   * @param view up to where the log is in the report
   * @param map up to where it is in the map
   */
  public record Until(ViewPosition view, ViewPosition map) {

    public Until {
      Objects.requireNonNull(view);
      Objects.requireNonNull(map);
    }
  }

  /** What changed until a moment. */
  public record Found(Changes changes, Until until) {}

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
   * @param known the later moment as the page before found it, or null for the first page
   * @throws UntilBeforeKnownAt if it is the earlier one
   * @throws UntilUnknown if the moment is not one of this report
   * @throws vn.sen.chassis.domain.RuleViolation naming the parameter that does not fit the map, or
   *     if the log cannot be read
   */
  public Found changes(
      ChangedReport report, ChangeQuery query, @Nullable LocalDate until, @Nullable Until known) {
    if (until != null && until.isBefore(query.knownAt())) {
      throw new UntilBeforeKnownAt(query.knownAt(), until);
    }
    var byId = query.of(unit(query).toString());
    var asking = new Asking(report, byId, until, known, past.patience());
    return switch (report) {
      case MEMBERSHIP -> between(Countings.membership(reporter.another()), asking);
      case LENDING -> between(Countings.lending(), asking);
      case TRAINING -> between(Countings.training(), asking);
      case GROUPS -> between(Countings.groups(), asking);
      case VOICES -> between(Countings.voices(), asking);
    };
  }

  private <K, F extends ViewReader<K>, R> Found between(Counting<K, F, R> counting, Asking asking) {
    var known = asking.known();
    var later =
        known == null ? moment(counting, asking.until(), asking) : again(counting, known, asking);
    var knownAt = asking.query().knownAt();
    var earlier = past.isPast(knownAt) ? moment(counting, knownAt, asking) : later;
    var asked =
        new Asked(
            asking.report(),
            asking.query(),
            new Span(earlier.view(), later.view()),
            new Span(earlier.map(), later.map()));
    return new Found(
        found.get(asked, FOUND, () -> find(asked, counting, earlier, later, asking.patience())),
        new Until(later.view(), later.map()));
  }

  /** What one reader asks for. */
  private record Asking(
      ChangedReport report,
      ChangeQuery query,
      @Nullable LocalDate until,
      @Nullable Until known,
      Patience patience) {}

  /**
   * The report at a moment.
   *
   * @param reading is asked for only where the answer is not known yet
   * @param view up to where its view is in the log
   * @param map up to where the map is
   */
  private record Moment<R>(Supplier<R> reading, ViewPosition view, ViewPosition map) {}

  private <R> Moment<R> moment(Counting<?, ?, R> counting, @Nullable LocalDate day, Asking asking) {
    if (day != null && past.isPast(day)) {
      var end = past.endOf(day);
      return moment(counting, past.past(end, asking.patience()).books(), end);
    }
    return moment(counting, present, past.now());
  }

  private static <R> Moment<R> moment(
      Counting<?, ?, R> counting, Books books, ViewPosition position) {
    var reading = counting.of().apply(books);
    return new Moment<>(
        () -> reading, counting.position().apply(reading), position.of(List.of(MAP)));
  }

  /** A moment that was found before, made again from the log where its answer is not kept. */
  private <R> Moment<R> again(Counting<?, ?, R> counting, Until known, Asking asking) {
    var until = asking.until();
    var end = until != null && past.isPast(until) ? past.endOf(until) : past.now();
    var own = end.of(counting.view().topics().stream().map(Topic::name).toList());
    if (!own.reaches(known.view()) || !end.of(List.of(MAP)).reaches(known.map())) {
      throw new UntilUnknown();
    }
    var topics = new TreeMap<>(end.topics());
    topics.putAll(known.view().topics());
    topics.putAll(known.map().topics());
    return new Moment<>(
        () -> counting.of().apply(past.past(new ViewPosition(topics), asking.patience()).books()),
        known.view(),
        known.map());
  }

  private <K, F extends ViewReader<K>, R> Changes find(
      Asked asked,
      Counting<K, F, R> counting,
      Moment<R> earlier,
      Moment<R> later,
      Patience patience) {
    var map = new MapSteps();
    past.tell(new MapView(), asked.map().from(), asked.map().until(), patience, map);
    var slice =
        new Slice<>(
            counting, asked.query(), earlier.reading().get(), later.reading().get(), map.maps());
    past.tell(counting.view(), asked.view().from(), asked.view().until(), patience, slice);
    return slice.changes();
  }
}
