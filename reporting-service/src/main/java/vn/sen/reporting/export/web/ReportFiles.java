package vn.sen.reporting.export.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;
import vn.sen.chassis.web.ParameterInvalid;
import vn.sen.reporting.export.Cell;
import vn.sen.reporting.export.CsvFile;
import vn.sen.reporting.export.CsvOptions;
import vn.sen.reporting.export.ExcelWorkbook;
import vn.sen.reporting.export.Fact;
import vn.sen.reporting.export.Headings;
import vn.sen.reporting.export.PdfPrint;
import vn.sen.reporting.export.Provenance;
import vn.sen.reporting.export.Sheaf;
import vn.sen.reporting.export.Table;
import vn.sen.reporting.reading.web.Format;
import vn.sen.reporting.reading.web.Listing;
import vn.sen.reporting.reading.web.ReportAnswer;
import vn.sen.reporting.reading.web.Representation;

/** Writes any report, also one that comes later, as a file of one format. */
final class ReportFiles extends AbstractHttpMessageConverter<Object> {

  /** What every row of a CSV file says of the report that it is of. */
  private static final Set<String> ON_EACH_ROW =
      Set.of(
          "asOf", "hierarchy", "from", Provenance.KNOWN_AT, Provenance.FRESH, Provenance.SIMULATED);

  private static final String UNIT = "unit";
  private static final String UNIT_CODE = "unit.code";
  private static final String OF_UNIT = "ofUnit";

  private final Format format;
  private final Sheaves sheaves;

  ReportFiles(Format format, Sheaves sheaves) {
    super(format.mediaType());
    this.format = format;
    this.sheaves = sheaves;
  }

  @Override
  public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
    return false;
  }

  @Override
  protected boolean supports(Class<?> type) {
    return type == ReportAnswer.class || type == Listing.class;
  }

  @Override
  protected Object readInternal(Class<?> type, HttpInputMessage message) {
    throw new HttpMessageNotReadableException("Reports are not taken", message);
  }

  @Override
  protected void writeInternal(Object answer, HttpOutputMessage message) throws IOException {
    var attributes = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
    var request = attributes.getRequest();
    var asked = Representation.of(new ServletWebRequest(request));
    var report = sheaves.of(answer, request);
    var headings = Headings.in(asked.locale());
    var file = ContentDisposition.attachment().filename(fileName(report)).build();
    switch (format) {
      case CSV -> csv(report, asked, headings, file, message);
      case XLSX -> {
        message.getHeaders().setContentDisposition(file);
        new ExcelWorkbook(headings).write(report, message.getBody());
      }
      case PDF -> {
        message.getHeaders().setContentDisposition(file);
        new PdfPrint(headings, asked.locale()).write(report, message.getBody());
      }
      case JSON, EVENTS -> throw new IllegalStateException(format + " is no file");
    }
  }

  private static void csv(
      Sheaf report,
      Representation asked,
      Headings headings,
      ContentDisposition file,
      HttpOutputMessage message)
      throws IOException {
    var table = table(report, asked);
    message
        .getHeaders()
        .setContentType(new MediaType(Format.CSV.mediaType(), StandardCharsets.UTF_8));
    message.getHeaders().setContentDisposition(file);
    var options = new CsvOptions(asked.bom(), asked.separator(), asked.decimal());
    new CsvFile(options, headings).write(table, onEachRow(report), message.getBody());
  }

  private static Table table(Sheaf report, Representation asked) {
    var name = asked.table();
    if (name == null && !report.tables().isEmpty()) {
      return report.tables().getFirst();
    }
    return report
        .table(name == null ? Table.MAIN : name)
        .orElseThrow(
            () ->
                new ParameterInvalid(
                    "table",
                    report.tables().stream().map(Table::name).collect(Collectors.joining(", "))));
  }

  private static List<Fact> onEachRow(Sheaf report) {
    var facts = new ArrayList<Fact>();
    report
        .fact(UNIT_CODE)
        .or(() -> report.fact(UNIT))
        .ifPresent(unit -> facts.add(new Fact(OF_UNIT, unit)));
    report.facts().stream().filter(fact -> ON_EACH_ROW.contains(fact.path())).forEach(facts::add);
    return facts;
  }

  private String fileName(Sheaf report) {
    var day = report.fact("asOf").map(asOf -> asOf instanceof Cell.Day(var date) ? "-" + date : "");
    return "sen-" + report.report().replace('.', '-') + day.orElse("") + "." + format.extension();
  }
}
