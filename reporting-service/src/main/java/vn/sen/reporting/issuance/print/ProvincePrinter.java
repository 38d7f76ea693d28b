package vn.sen.reporting.issuance.print;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vn.sen.reporting.issuance.Printer;
import vn.sen.reporting.issuance.ReportDocument;
import vn.sen.reporting.province.ProvinceReport;
import vn.sen.reporting.province.paper.Format;
import vn.sen.reporting.province.paper.Imprint;

/** Prints the province report as the narrative that it is, in the layout of official documents. */
public final class ProvincePrinter implements Printer {

  @Override
  public List<Print> print(ReportDocument document, Object figures) {
    if (!(figures instanceof ProvinceReport report)) {
      return List.of();
    }
    var imprint = new Imprint(document.number().toString(), document.issuedOn(), document.madeUp());
    return Arrays.stream(Format.values())
        .map(
            format ->
                new Print(
                    format.name().toLowerCase(Locale.ROOT),
                    format.mediaType(),
                    format.print(report, imprint)))
        .toList();
  }
}
