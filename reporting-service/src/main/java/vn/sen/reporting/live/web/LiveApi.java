package vn.sen.reporting.live.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.util.List;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.ResolvableType;
import org.springframework.web.method.HandlerMethod;
import vn.sen.reporting.reading.web.Format;
import vn.sen.reporting.reading.web.Listing;
import vn.sen.reporting.reading.web.ReportCall;

/** Describes what every report and every list can be had as. */
final class LiveApi implements OperationCustomizer {

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    boolean isReport = ReportCall.isReport(method);
    if (isReport || isListing(method)) {
      describeFiles(operation);
    }
    if (isReport) {
      describeEvents(operation);
    }
    return operation;
  }

  private static boolean isListing(HandlerMethod method) {
    return ResolvableType.forMethodReturnType(method.getMethod()).getGeneric(0).resolve()
        == Listing.class;
  }

  private static void describeFiles(Operation operation) {
    choice(
        operation,
        "format",
        "For programs that cannot send Accept",
        "json",
        "csv",
        "xlsx",
        "pdf",
        "events");
    choice(operation, "bom", "Whether CSV begins with a byte order mark", "true", "false");
    choice(operation, "separator", "Between the fields of CSV", "comma", "semicolon", "tab");
    choice(operation, "decimal", "Before the decimals in CSV", "point", "comma");
    operation.addParametersItem(
        new QueryParameter()
            .name("table")
            .description("Which of several tables CSV holds; the main one if absent")
            .schema(new StringSchema()));
    Stream.of(Format.CSV, Format.XLSX, Format.PDF).forEach(format -> add(operation, format));
  }

  private static void describeEvents(Operation operation) {
    choice(operation, "detail", "How much an event tells; total if absent", "total", "rows");
    operation.addParametersItem(
        new HeaderParameter()
            .name("Last-Event-ID")
            .description("The last event that a follower has")
            .schema(new StringSchema()));
    add(operation, Format.EVENTS);
  }

  private static void choice(
      Operation operation, String name, String description, String... values) {
    var schema = new StringSchema();
    schema.setEnum(List.of(values));
    operation.addParametersItem(
        new QueryParameter().name(name).description(description).schema(schema));
  }

  private static void add(Operation operation, Format format) {
    var ok = operation.getResponses().get("200");
    if (ok != null) {
      var content = ok.getContent() == null ? new Content() : ok.getContent();
      content.addMediaType(
          format.mediaType().toString(), new MediaType().schema(new StringSchema()));
      ok.setContent(content);
    }
  }
}
