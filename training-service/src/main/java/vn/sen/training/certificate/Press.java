package vn.sen.training.certificate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import vn.sen.events.training.Grade;

/**
 * Prints certificates: one page of A4, landscape, in Vietnamese, with the letters embedded that it
 * needs.
 */
final class Press {

  static final String PDF = "application/pdf";

  private static final PDRectangle PAGE =
      new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth());
  private static final float MARGIN = 36;
  private static final float WIDEST = PAGE.getWidth() - 4 * MARGIN;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private Press() {}

  /**
   * The certificate as a PDF.
   *
   * @throws UncheckedIOException if it cannot be made, which is a fault of this program
   */
  static byte[] print(Paper paper, String name, VerificationCode code) {
    try (var document = new PDDocument();
        var bytes = new ByteArrayOutputStream()) {
      document.getDocumentInformation().setTitle("Giấy chứng nhận " + paper.number());
      document.getDocumentCatalog().setLanguage("vi");
      var page = new PDPage(PAGE);
      document.addPage(page);
      var plain = font(document, "DejaVuSerif.ttf");
      var bold = font(document, "DejaVuSerif-Bold.ttf");
      try (var content = new PDPageContentStream(document, page)) {
        new Sheet(content, plain, bold).fill(paper, name, code);
      }
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PDFont font(PDDocument document, String file) throws IOException {
    try (var letters = Press.class.getResourceAsStream("/fonts/" + file)) {
      return PDType0Font.load(document, Objects.requireNonNull(letters, file), true);
    }
  }

  /** One page as it is written. */
  private record Sheet(PDPageContentStream content, PDFont plain, PDFont bold) {

    void fill(Paper paper, String name, VerificationCode code) throws IOException {
      frame();
      centred(plain, 13, 505, "HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM");
      centred(bold, 13, 484, paper.unit());
      centred(bold, 34, 420, "GIẤY CHỨNG NHẬN");
      centred(plain, 14, 375, "Chứng nhận Ông/Bà");
      centred(bold, 26, 335, name);
      centred(plain, 14, 295, "đã hoàn thành khóa bồi dưỡng");
      centred(bold, 18, 262, paper.course());
      centred(plain, 13, 230, period(paper));
      if (paper.grade() != null) {
        centred(plain, 13, 206, "Xếp loại: " + inWords(paper.grade()));
      }
      var place = PAGE.getWidth() * 0.72f;
      middled(plain, 12, place, 160, inWords(paper.issuedOn()));
      middled(bold, 12, place, 142, "TM. BAN THƯỜNG VỤ");
      left(plain, 10, 78, "Số: " + paper.number());
      left(plain, 10, 62, "Mã tra cứu: " + code.printed());
    }

    private static String period(Paper paper) {
      var days =
          paper.begin().equals(paper.end())
              ? "ngày " + DAY.format(paper.begin())
              : "từ ngày %s đến ngày %s"
                  .formatted(DAY.format(paper.begin()), DAY.format(paper.end()));
      return days + ", thời lượng " + paper.hours() + " giờ";
    }

    private static String inWords(LocalDate day) {
      return "Ngày %d tháng %d năm %d"
          .formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    private static String inWords(Grade grade) {
      return switch (grade) {
        case EXCELLENT -> "Xuất sắc";
        case GOOD -> "Giỏi";
        case FAIR -> "Khá";
        case AVERAGE -> "Trung bình";
      };
    }

    private void frame() throws IOException {
      for (float inset : new float[] {MARGIN, MARGIN + 5}) {
        content.setLineWidth(inset == MARGIN ? 2 : 0.5f);
        content.addRect(inset, inset, PAGE.getWidth() - 2 * inset, PAGE.getHeight() - 2 * inset);
        content.stroke();
      }
    }

    private void centred(PDFont font, float size, float y, String text) throws IOException {
      middled(font, size, PAGE.getWidth() / 2, y, text);
    }

    /** Long lines are written smaller rather than broken. */
    private void middled(PDFont font, float size, float x, float y, String text)
        throws IOException {
      var line = writable(font, text);
      float width = font.getStringWidth(line) / 1000 * size;
      float shrunk = width > WIDEST ? size * WIDEST / width : size;
      write(font, shrunk, x - Math.min(width, WIDEST) / 2, y, line);
    }

    private void left(PDFont font, float size, float y, String text) throws IOException {
      write(font, size, 2 * MARGIN, y, writable(font, text));
    }

    private void write(PDFont font, float size, float x, float y, String line) throws IOException {
      content.beginText();
      content.setFont(font, size);
      content.newLineAtOffset(x, y);
      content.showText(line);
      content.endText();
    }

    /** Signs that the letters do not have are written as a question mark. */
    private static String writable(PDFont font, String text) throws IOException {
      var line = new StringBuilder();
      for (int point : text.codePoints().toArray()) {
        var sign = Character.toString(point);
        line.append(isWritable(font, sign) ? sign : "?");
      }
      return line.toString();
    }

    private static boolean isWritable(PDFont font, String sign) throws IOException {
      try {
        font.encode(sign);
        return true;
      } catch (IllegalArgumentException unknown) {
        return false;
      }
    }
  }
}
