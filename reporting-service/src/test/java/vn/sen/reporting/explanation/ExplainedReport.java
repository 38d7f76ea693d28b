package vn.sen.reporting.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.events.DomainEvent;
import vn.sen.reporting.explanation.web.ReportedFigure;

/** A report as its readers get it, to be compared with what explains it. */
public final class ExplainedReport {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int PAGE = 3;

  private final JsonNode report;

  /** An event of the log, in its turn. */
  public record Logged(DomainEvent event, RecordMeta meta) {

    public static Logged of(UUID aggregate, long sequence, DomainEvent event) {
      return new Logged(event, new RecordMeta(aggregate, sequence, 0));
    }
  }

  public ExplainedReport(Object report) {
    this.report = JSON.valueToTree(report);
  }

  /** The units of its rows; the remainder by its own name. */
  public List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (var row : report.path("rows")) {
      rows.add(row.path("remainder").asBoolean() ? "remainder" : row.at("/unit/id").asString());
    }
    return rows;
  }

  /** The paths of all figures in its total. */
  public Set<String> figures() {
    var paths = new TreeSet<String>();
    collect("", report.path("total"), paths);
    return paths;
  }

  private static void collect(String path, JsonNode node, Set<String> paths) {
    if (node.isNumber()) {
      paths.add(path);
    } else if (node.isObject()) {
      node.properties()
          .forEach(
              p ->
                  collect(
                      path.isEmpty() ? p.getKey() : path + "." + p.getKey(), p.getValue(), paths));
    } else if (node.isArray()) {
      for (var entry : node) {
        if (entry.path("count").isNumber() || entry.path("percent").isNumber()) {
          paths.add(path + "." + entry.path("definition").asString());
        } else {
          collectNamed(path, entry, paths);
        }
      }
    }
  }

  /** An entry that bears its month, or its last day, beside its figures. */
  private static void collectNamed(String path, JsonNode entry, Set<String> paths) {
    for (var name : List.of("month", "toDays")) {
      if (entry.has(name)) {
        var own = ((ObjectNode) entry.deepCopy());
        var called = entry.path(name).asString("none");
        own.remove(name);
        collect(path + "." + called, own, paths);
      }
    }
  }

  /**
   * Makes sure that a figure is the sum of its parts, page by page, or what its terms come to.
   *
   * @return its parts
   */
  public static <T> List<Part<T>> assertMadeOf(
      String figure, @Nullable String row, Explainer<T> explainer) {
    var cell = explainer.limits();
    var reported = new ReportedFigure(JSON.valueToTree(explainer.report()), row, cell);
    var where = figure + " of " + row + " " + cell;
    return switch (explainer.explain(figure, null, PAGE)) {
      case Explained.Quotient<T> made -> {
        var percent =
            made.percent(reported.value(made.numerator()), reported.value(made.denominator()));
        assertThat(reported.percentage(figure))
            .as(where)
            .usingComparator(Comparator.nullsFirst(Comparator.naturalOrder()))
            .isEqualTo(percent);
        yield List.of();
      }
      case Explained.Difference<T>(var minuend, var subtrahend) -> {
        assertThat(reported.value(figure))
            .as(where)
            .isEqualByComparingTo(reported.value(minuend).subtract(reported.value(subtrahend)));
        yield List.of();
      }
      case Explained.Sum<T> first -> {
        var parts = allPages(first, figure, explainer);
        var value = reported.value(figure);
        var listed = parts.stream().map(Part::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(first.total())
            .as(where)
            .isEqualByComparingTo(value == null ? BigDecimal.ZERO : value);
        assertThat(first.parts().sum()).as(where).isEqualByComparingTo(listed);
        assertThat(first.parts().count()).as(where).isEqualTo(parts.size());
        yield parts;
      }
    };
  }

  private static <T> List<Part<T>> allPages(
      Explained.Sum<T> first, String figure, Explainer<T> explainer) {
    var parts = new ArrayList<>(first.parts().page());
    var after = first.parts().next();
    while (after != null) {
      var next = ((Explained.Sum<T>) explainer.explain(figure, after, PAGE)).parts();
      assertThat(next.page()).as("no page is empty").isNotEmpty();
      parts.addAll(next.page());
      after = next.next();
    }
    var keys = new HashSet<String>();
    parts.forEach(part -> assertThat(keys.add(part.part())).as(part.part() + " twice").isTrue());
    return parts;
  }

  /** Makes sure that the events behind a part add up to it. */
  public static <K> void assertTraced(BigDecimal value, Trail<K> trail, List<Logged> log) {
    assertThat(trail.amount()).isEqualByComparingTo(value);
    var sum = new long[1];
    for (var logged : log) {
      if (trail.view().wants().contains(logged.event().getClass())) {
        var before = sum[0];
        trail
            .view()
            .fold(
                logged.event(),
                logged.meta(),
                (row, delta) -> sum[0] += trail.weight().applyAsLong(row) * delta);
        if (trail.lastOnly() && sum[0] != before) {
          sum[0] -= before;
        }
      }
    }
    assertThat(sum[0]).as("the events of %s", trail.question()).isEqualTo(trail.value());
    assertThat(trail.until()).isEqualTo(ViewPosition.NONE);
  }
}
