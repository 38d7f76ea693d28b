package vn.sen.reporting.explanation.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.WebRequest;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.CursorInvalid;
import vn.sen.reporting.explanation.After;
import vn.sen.reporting.explanation.CountedEvent;
import vn.sen.reporting.explanation.Explained;
import vn.sen.reporting.explanation.Explanation;
import vn.sen.reporting.explanation.Explanation.Term;
import vn.sen.reporting.explanation.PartEvents;
import vn.sen.reporting.explanation.Trail;
import vn.sen.reporting.explanation.log.EventFinder;
import vn.sen.reporting.reading.web.Edition;
import vn.sen.reporting.reading.web.Links;
import vn.sen.reporting.reading.web.ReportAnswer;

/** Answers what figures are made of, and which events are behind that. */
public final class Explanations {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final String EVENTS = "/events";

  private final EventFinder finder;
  private final JsonMapper json;

  Explanations(EventFinder finder, JsonMapper json) {
    this.finder = finder;
    this.json = json;
  }

  /**
   * A question about figures of one moment.
   *
   * @param edition of the figures: as they are now, or as they were known on a day
   * @param position up to where the log is in them
   * @param query the report's, with whatever else was asked for
   */
  public record Question(
      Edition<?> edition,
      ViewPosition position,
      String mapVersion,
      Object query,
      FigureChoice choice,
      WebRequest request) {

    /** Where the page before ended. */
    public @Nullable After after() {
      var parts = Cursor.parse(choice.after(), 2);
      try {
        return parts.isEmpty()
            ? null
            : new After(Long.parseLong(parts.getFirst()), parts.getLast());
      } catch (NumberFormatException e) {
        throw new CursorInvalid();
      }
    }

    private <T> @Nullable ResponseEntity<ReportAnswer<T>> answer(Links links, Supplier<T> body) {
      return edition.answer(position, mapVersion, List.of(query, choice), request, links, body);
    }
  }

  /**
   * A page of what a figure is made of, beside the figure itself.
   *
   * @param report in which the figure stands
   * @param cell see {@link ReportedFigure}
   */
  public <T> @Nullable ResponseEntity<ReportAnswer<Explanation<T>>> page(
      Question question, Object report, Map<String, String> cell, Explained<T> explained) {
    var choice = question.choice();
    var reported = new ReportedFigure(json.valueToTree(report), choice.row(), cell);
    return question.answer(
        links(question, explained), () -> explanation(choice.figure(), reported, explained));
  }

  private static Links links(Question question, Explained<?> explained) {
    var request = question.request();
    return switch (explained) {
      case Explained.Sum<?>(var parts, var traced) ->
          Links.toParts(next(request, parts.next()), events(request, traced));
      case Explained.Quotient<?>(var numerator, var denominator, _) ->
          Links.toTerms(
              Links.with(request, "", Map.of("figure", numerator), "after"),
              Links.with(request, "", Map.of("figure", denominator), "after"));
    };
  }

  private static @Nullable String next(WebRequest request, @Nullable After next) {
    return next == null
        ? null
        : Links.with(
            request, "", Map.of("after", Cursor.of(Long.toString(next.size()), next.key())));
  }

  private static @Nullable String events(WebRequest request, @Nullable String traced) {
    return traced == null
        ? null
        : Links.template(
            Links.with(request, EVENTS, Map.of("figure", traced), "after", "limit"),
            "part",
            "after",
            "limit");
  }

  private static <T> Explanation<T> explanation(
      String figure, ReportedFigure reported, Explained<T> explained) {
    return switch (explained) {
      case Explained.Sum<T>(var parts, _) -> {
        var value = reported.value(figure);
        var sum = BigDecimal.valueOf(parts.sum());
        boolean agrees = value == null ? parts.count() == 0 : value.compareTo(sum) == 0;
        yield new Explanation<>(
            figure, value, sum, agrees, parts.count(), parts.page(), null, null);
      }
      case Explained.Quotient<T>(var over, var under, var decimals) -> {
        var value = reported.percentage(figure);
        var numerator = new Term(over, reported.value(over));
        var denominator = new Term(under, reported.value(under));
        var percent = percent(numerator.value(), denominator.value(), decimals);
        boolean agrees =
            value == null || percent == null
                ? value == null && percent == null
                : value.compareTo(percent) == 0;
        yield new Explanation<>(
            figure, value, percent, agrees, 0, List.of(), numerator, denominator);
      }
    };
  }

  private static @Nullable BigDecimal percent(
      @Nullable BigDecimal over, @Nullable BigDecimal under, int decimals) {
    return over == null || under == null || under.signum() == 0
        ? null
        : over.multiply(HUNDRED).divide(under, decimals, RoundingMode.HALF_UP);
  }

  /** A page of the events behind a part, oldest first. */
  public @Nullable ResponseEntity<ReportAnswer<PartEvents>> events(
      Question question, String part, Trail<?> trail) {
    var choice = question.choice();
    var after = EventPlace.parse(choice.after());
    var evidence = finder.find(trail);
    var behind =
        evidence.events().stream()
            .filter(event -> after == null || EventPlace.of(event).compareTo(after) > 0)
            .limit(choice.most() + 1L)
            .toList();
    var page = behind.subList(0, Math.min(choice.most(), behind.size()));
    var next =
        behind.size() == page.size()
            ? null
            : Links.with(
                question.request(), "", Map.of("after", EventPlace.of(page.getLast()).cursor()));
    return question.answer(
        Links.toNext(next),
        () ->
            new PartEvents(
                choice.figure(),
                part,
                trail.value(),
                evidence.sum(),
                evidence.sum() == trail.value(),
                evidence.events().size(),
                page));
  }

  /** Where a page of events ended. */
  private record EventPlace(Instant recordedAt, String topic, int partition, long offset)
      implements Comparable<EventPlace> {

    private static final Comparator<EventPlace> ORDER =
        Comparator.comparing(EventPlace::recordedAt)
            .thenComparing(EventPlace::topic)
            .thenComparing(EventPlace::partition)
            .thenComparing(EventPlace::offset);

    static EventPlace of(CountedEvent event) {
      return new EventPlace(event.recordedAt(), event.topic(), event.partition(), event.offset());
    }

    static @Nullable EventPlace parse(@Nullable String cursor) {
      var parts = Cursor.parse(cursor, 4);
      try {
        return parts.isEmpty()
            ? null
            : new EventPlace(
                Instant.parse(parts.get(0)),
                parts.get(1),
                Integer.parseInt(parts.get(2)),
                Long.parseLong(parts.get(3)));
      } catch (DateTimeException | NumberFormatException e) {
        throw new CursorInvalid();
      }
    }

    String cursor() {
      return Cursor.of(
          recordedAt.toString(), topic, Integer.toString(partition), Long.toString(offset));
    }

    @Override
    public int compareTo(EventPlace other) {
      return ORDER.compare(this, other);
    }
  }
}
