package vn.sen.reporting.issuance.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.sen.reporting.export.Cell;
import vn.sen.reporting.export.DocxPrint;
import vn.sen.reporting.export.ExcelWorkbook;
import vn.sen.reporting.export.Fact;
import vn.sen.reporting.export.Flattening;
import vn.sen.reporting.export.Headings;
import vn.sen.reporting.export.PdfPrint;
import vn.sen.reporting.export.Provenance;
import vn.sen.reporting.export.Sheaf;
import vn.sen.reporting.issuance.Printer;
import vn.sen.reporting.issuance.ReportDocument;
import vn.sen.reporting.province.ProvinceReport;
import vn.sen.reporting.province.paper.Format;

/** Prints every other report as its tables, in Vietnamese. */
public final class TablePrinter implements Printer {

  private static final Locale VIETNAMESE = Locale.of("vi");

  /** Reports that bear another name among the files than among the issued ones. */
  private static final Map<String, String> FILE_NAMES = Map.of("coverage", "training.coverage");

  @Override
  public List<Print> print(ReportDocument document, Object figures) {
    if (figures instanceof ProvinceReport) {
      return List.of();
    }
    var headings = Headings.in(VIETNAMESE);
    var tables = tables(document);
    return List.of(
        new Print(
            "pdf",
            Format.PDF.mediaType(),
            written(out -> new PdfPrint(headings, VIETNAMESE).write(tables, out))),
        new Print(
            "docx",
            Format.DOCX.mediaType(),
            written(out -> new DocxPrint(headings, VIETNAMESE).write(tables, out))),
        new Print(
            "xlsx",
            Format.XLSX.mediaType(),
            written(out -> new ExcelWorkbook(headings).write(tables, out))));
  }

  private static Sheaf tables(ReportDocument document) {
    var name = FILE_NAMES.getOrDefault(document.report(), document.report());
    var report = Flattening.of(name, document.figures());
    var facts = new ArrayList<Fact>();
    if (document.madeUp()) {
      facts.add(new Fact(Provenance.SIMULATED, new Cell.Text(Provenance.SIMULATED_DATA)));
    }
    facts.add(new Fact("issued.number", new Cell.Text(document.number().toString())));
    facts.add(new Fact("issued.title", new Cell.Text(document.title())));
    facts.add(new Fact("issued.on", new Cell.Day(document.issuedOn())));
    facts.addAll(report.facts());
    return new Sheaf(name, facts, report.tables());
  }

  /** Something that writes a file. */
  @FunctionalInterface
  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private static byte[] written(Writing writing) {
    var bytes = new ByteArrayOutputStream();
    try {
      writing.to(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
