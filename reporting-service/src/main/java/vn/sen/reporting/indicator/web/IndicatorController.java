package vn.sen.reporting.indicator.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.reporting.indicator.DictionaryPart;
import vn.sen.reporting.indicator.Indicator;
import vn.sen.reporting.indicator.Indicators;

/** What the figures of the reports mean. It is the same for everybody who may sign in. */
@RestController
@RequestMapping("/api/reporting/indicators")
class IndicatorController {

  /**
   * The dictionary, or a report's part of it.
   *
   * @param version tells dictionaries apart
   */
  record Dictionary(String version, List<DictionaryPart> reports, List<Indicator> indicators) {}

  @Operation(
      summary = "Từ điển chỉ tiêu: mỗi số trong báo cáo nghĩa là gì và tính thế nào",
      description =
          "What each figure of each report means: definition, formula, unit, rule version, owner,"
              + " sources, and where it stands in the report's JSON.")
  @ApiResponse(responseCode = "200", description = "The dictionary, with an ETag")
  @ApiResponse(responseCode = "304", description = "The one named by If-None-Match")
  @ApiResponse(
      responseCode = "404",
      description = "No such report; the problem names those there are")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD, Role.BANK})
  @GetMapping
  @Nullable ResponseEntity<Dictionary> dictionary(
      @Parameter(description = "Only the figures of this report", example = "lending")
          @RequestParam(required = false)
          @Nullable String report,
      @Parameter(hidden = true) WebRequest request) {
    var indicators = Indicators.ofThisRelease();
    return answer(
        report == null
            ? new Dictionary(indicators.version(), indicators.reports(), indicators.all())
            : new Dictionary(
                indicators.version(), List.of(indicators.report(report)), indicators.of(report)),
        request);
  }

  @Operation(
      summary = "Một chỉ tiêu",
      description = "What one figure means, by its id, such as lending.outstanding.")
  @ApiResponse(responseCode = "200", description = "The indicator, with an ETag")
  @ApiResponse(responseCode = "304", description = "The one named by If-None-Match")
  @ApiResponse(responseCode = "404", description = "No such indicator")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD, Role.BANK})
  @GetMapping("/{id}")
  @Nullable ResponseEntity<Indicator> indicator(
      @PathVariable String id, @Parameter(hidden = true) WebRequest request) {
    return answer(Indicators.ofThisRelease().indicator(id), request);
  }

  private static <T> @Nullable ResponseEntity<T> answer(T body, WebRequest request) {
    var etag = '"' + Indicators.ofThisRelease().version() + '"';
    return request.checkNotModified(etag)
        ? null
        : ResponseEntity.ok().eTag(etag).cacheControl(CacheControl.noCache()).body(body);
  }
}
