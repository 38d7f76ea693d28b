package vn.sen.chassis.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A page of a list.
 *
 * @param next the cursor of the next page, null on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

  public Page {
    items = List.copyOf(items);
  }

  /** The answer to the present GET, with a Link header to the next page. */
  public static <T> ResponseEntity<Page<T>> of(List<T> items, @Nullable String next) {
    var answer = ResponseEntity.ok();
    if (next != null) {
      var uri =
          ServletUriComponentsBuilder.fromCurrentRequest()
              .replaceQueryParam("cursor", next)
              .build()
              .toUri();
      var relative = uri.getRawPath() + "?" + uri.getRawQuery();
      answer.header(HttpHeaders.LINK, "<" + relative + ">; rel=\"next\"");
    }
    return answer.body(new Page<>(items, next));
  }
}
