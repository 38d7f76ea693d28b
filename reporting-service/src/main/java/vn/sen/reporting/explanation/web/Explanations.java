package vn.sen.reporting.explanation.web;

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
import vn.sen.reporting.explanation.Explainer;
import vn.sen.reporting.explanation.Explanation;
import vn.sen.reporting.explanation.Explanation.Term;
import vn.sen.reporting.explanation.PartEvents;
import vn.sen.reporting.explanation.log.EventFinder;
import vn.sen.reporting.reading.web.Edition;
import vn.sen.reporting.reading.web.Links;
import vn.sen.reporting.reading.web.ReportAnswer;

/** Answers what figures are made of, and which events are behind that. */
public final class Explanations {

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

  /** A page of what a figure is made of, beside the figure itself. */
  public <T> @Nullable ResponseEntity<ReportAnswer<Explanation<T>>> page(
      Question question, Explainer<T> explainer) {
    var choice = question.choice();
    var reported =
        new ReportedFigure(json.valueToTree(explainer.report()), choice.row(), explainer.limits());
    var explained = explainer.explain(choice.figure(), question.after(), choice.most());
    return question.answer(
        links(question, explained), () -> explanation(choice.figure(), reported, explained));
  }

  private static Links links(Question question, Explained<?> explained) {
    var request = question.request();
    return switch (explained) {
      case Explained.Sum<?>(var parts, var traced, _) ->
          Links.toParts(next(request, parts.next()), events(request, traced));
      case Explained.Quotient<?>(var numerator, var denominator, _, _) ->
          Links.toTerms(figure(request, numerator), figure(request, denominator));
      case Explained.Difference<?>(var minuend, var subtrahend) ->
          Links.toDifference(figure(request, minuend), figure(request, subtrahend));
    };
  }

  private static String figure(WebRequest request, String figure) {
    return Links.with(request, "", Map.of("figure", figure), "after");
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
      case Explained.Sum<T> sum -> Explanation.of(figure, reported.value(figure), sum);
      case Explained.Quotient<T> quotient ->
          Explanation.of(
              figure,
              reported.percentage(figure),
              quotient,
              term(reported, quotient.numerator()),
              term(reported, quotient.denominator()));
      case Explained.Difference<T>(var minuend, var subtrahend) ->
          Explanation.of(
              figure, reported.value(figure), term(reported, minuend), term(reported, subtrahend));
    };
  }

  private static Term term(ReportedFigure reported, String figure) {
    return new Term(figure, reported.value(figure));
  }

  /** A page of the events behind a part, oldest first. */
  public @Nullable ResponseEntity<ReportAnswer<PartEvents>> events(
      Question question, String part, Explainer<?> explainer) {
    var choice = question.choice();
    var trail = explainer.trail(choice.figure(), part);
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
                trail.amount(),
                evidence.sum(),
                evidence.sum().compareTo(trail.amount()) == 0,
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
