package vn.sen.reporting.province.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import vn.sen.reporting.export.Fonts;
import vn.sen.reporting.province.paper.Letter.Bar;
import vn.sen.reporting.province.paper.Letter.Block;

/** Prints a letter as a PDF with the letters embedded that it needs. */
final class PdfPress {

  private static final float BODY = 12;
  private static final float SMALL = 9;
  private static final float BAR = 13;
  private static final float LABELS = 150;
  private static final float NUMBERS = 70;

  private final PdfSheet sheet;
  private final Fonts fonts;

  private PdfPress(PdfSheet sheet, Fonts fonts) {
    this.sheet = sheet;
    this.fonts = fonts;
  }

  /**
   * The letter as a PDF.
   *
   * @throws UncheckedIOException if it cannot be made, which is a fault of this program
   */
  static byte[] print(Letter letter) {
    try (var document = new PDDocument();
        var bytes = new ByteArrayOutputStream()) {
      describe(document, letter);
      var fonts = Fonts.in(document);
      try (var sheet = new PdfSheet(document, fonts, letter.notice())) {
        new PdfPress(sheet, fonts).write(letter);
      }
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nothing that differs from one printing to the next. */
  private static void describe(PDDocument document, Letter letter) {
    var about = document.getDocumentInformation();
    about.setTitle(letter.kind() + ": " + letter.subject());
    about.setProducer("Sen");
    var day = GregorianCalendar.from(letter.day().atStartOfDay(ZoneOffset.UTC));
    day.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
    about.setCreationDate(day);
    document.setDocumentId(letter.day().toEpochDay());
    document.getDocumentCatalog().setLanguage("vi");
  }

  private void write(Letter letter) throws IOException {
    head(letter);
    for (var block : letter.blocks()) {
      switch (block) {
        case Block.Heading(var text) -> {
          sheet.skip(8);
          sheet.keepWith(110);
          sheet.paragraph(fonts.bold(), BODY, 0, text);
        }
        case Block.Text(var text) -> sheet.paragraph(fonts.plain(), BODY, 28, text);
        case Block.Note(var text) -> sheet.paragraph(fonts.plain(), SMALL, 0, text);
        case Block.Table table -> new PdfTable(sheet, fonts, table).write();
        case Block.Bars bars -> chart(bars);
      }
    }
    foot(letter);
  }

  /** Two columns: who writes, and for which state. */
  private void head(Letter letter) throws IOException {
    float left = PdfSheet.LEFT + 95;
    float right = PdfSheet.RIGHT - 135;
    float y = sheet.y();
    sheet.centred(fonts.plain(), 10, left, y, 195, letter.above());
    sheet.centred(fonts.bold(), 10, right, y, 265, Letter.COUNTRY);
    sheet.centred(fonts.bold(), 10, left, y - 15, 195, letter.body());
    sheet.centred(fonts.bold(), 11, right, y - 15, 265, Letter.MOTTO);
    sheet.line(left - 35, left + 35, y - 20);
    sheet.line(right - 80, right + 80, y - 20);
    sheet.centred(fonts.plain(), 11, left, y - 38, 195, letter.number());
    sheet.centred(fonts.plain(), 11, right, y - 38, 265, letter.placeAndDay());
    sheet.skip(75);
    sheet.middle(fonts.bold(), 14, letter.kind());
    sheet.middle(fonts.bold(), 13, letter.subject());
    float centre = (PdfSheet.LEFT + PdfSheet.RIGHT) / 2;
    sheet.line(centre - 50, centre + 50, sheet.y() + 6);
    sheet.skip(10);
  }

  private void foot(Letter letter) throws IOException {
    sheet.skip(18);
    sheet.keepWith(110 + 12f * letter.recipients().size());
    float y = sheet.y();
    float right = PdfSheet.RIGHT - 110;
    sheet.write(fonts.bold(), 11, PdfSheet.LEFT, y, Letter.RECIPIENTS);
    for (int i = 0; i < letter.recipients().size(); i++) {
      sheet.write(
          fonts.plain(), 10, PdfSheet.LEFT, y - 14 * (i + 1), "- " + letter.recipients().get(i));
    }
    sheet.centred(fonts.bold(), 12, right, y, 220, letter.authority());
    sheet.centred(fonts.bold(), 12, right, y - 16, 220, letter.signatory());
  }

  /** Bars lie, so that the units' names can be read. */
  private void chart(Block.Bars chart) throws IOException {
    sheet.skip(6);
    sheet.keepWith(4 * BAR);
    sheet.middle(fonts.bold(), 10, chart.title());
    var largest =
        chart.bars().stream().mapToDouble(bar -> bar.value().doubleValue()).max().orElse(0);
    for (var bar : chart.bars()) {
      sheet.keepWith(BAR);
      bar(bar, largest);
    }
    sheet.skip(8);
  }

  private void bar(Bar bar, double largest) throws IOException {
    float from = PdfSheet.LEFT + LABELS;
    float room = PdfSheet.RIGHT - NUMBERS - from;
    double share = largest <= 0 ? 0 : Math.max(0, bar.value().doubleValue() / largest);
    float length = (float) (room * share);
    float y = sheet.y();
    sheet.write(
        fonts.plain(),
        8,
        PdfSheet.LEFT,
        y,
        sheet.shortened(fonts.plain(), 8, LABELS - 6, bar.label()));
    sheet.box(from, y - 2, length, BAR - 4);
    sheet.write(fonts.plain(), 8, from + length + 4, y, bar.shown());
    sheet.skip(BAR);
  }
}
