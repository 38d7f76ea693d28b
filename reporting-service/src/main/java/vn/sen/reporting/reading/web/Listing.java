package vn.sen.reporting.reading.web;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import vn.sen.chassis.web.Page;

/**
 * A list that programs read page by page; as a file it is whole.
 *
 * @param page what JSON shows
 * @param entry the record that entries are
 * @param all all entries, read as they are written
 * @param about whose list it is
 * @param knownAt the day at whose end it was known so; null if it was not asked for
 */
public record Listing<T>(
    Page<T> page,
    Class<T> entry,
    Supplier<Iterator<T>> all,
    About about,
    @Nullable LocalDate knownAt,
    Position position,
    State freshness,
    boolean stale) {

  /** Whose list it is, of which day and under which map. */
  public record About(String unit, LocalDate asOf, LocalDate hierarchy) {}

  @JsonValue
  @Override
  public Page<T> page() {
    return page;
  }

  /**
   * What is listed.
   *
   * @param entry the record that entries are
   * @param report the id in the indicator dictionary of what their figures mean
   */
  public record Kind<T>(Class<T> entry, String report) {}

  /**
   * The answer, with the page's own headers and one that leads to what its figures mean.
   *
   * @param page the answer that JSON is
   */
  public static <T> ResponseEntity<Listing<T>> of(
      ResponseEntity<Page<T>> page,
      Kind<T> kind,
      Supplier<Iterator<T>> all,
      About about,
      Position position,
      Edition<?> edition) {
    var body = page.getBody();
    if (body == null) {
      throw new IllegalArgumentException("A page without entries is a page");
    }
    return ResponseEntity.ok()
        .headers(page.getHeaders())
        .header(HttpHeaders.LINK, "<" + Links.indicators(kind.report()) + ">; rel=\"describedby\"")
        .body(
            new Listing<>(
                body,
                kind.entry(),
                all,
                about,
                edition.knownAt(),
                position,
                edition.state(),
                edition.stale()));
  }
}
