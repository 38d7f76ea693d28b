package vn.sen.reporting.province.paper;

import vn.sen.reporting.province.ProvinceReport;

/** What a report is printed as. */
public enum Format {
  PDF("application/pdf") {
    @Override
    public byte[] print(ProvinceReport report, Imprint imprint) {
      return PdfPress.print(Narrative.of(report, imprint));
    }
  },
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document") {
    @Override
    public byte[] print(ProvinceReport report, Imprint imprint) {
      return DocxPress.print(Narrative.of(report, imprint));
    }
  },
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
    @Override
    public byte[] print(ProvinceReport report, Imprint imprint) {
      return XlsxPress.print(report, imprint);
    }
  };

  private final String mediaType;

  Format(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /** The report as a file: the same bytes for the same report and imprint. */
  public abstract byte[] print(ProvinceReport report, Imprint imprint);
}
