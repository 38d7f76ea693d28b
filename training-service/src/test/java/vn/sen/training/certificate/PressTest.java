package vn.sen.training.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.text.Normalizer;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.sen.events.training.Grade;

class PressTest {

  private static final VerificationCode CODE = new VerificationCode("0123456789ABCDEF");

  private static Paper paper(String course) {
    return new Paper(
        "GENDER/2023/4A7B11C2",
        course,
        16,
        LocalDate.of(2023, 3, 14),
        LocalDate.of(2023, 3, 15),
        "Hội LHPN xã Hòa Hiệp Trung",
        LocalDate.of(2023, 3, 20),
        Grade.GOOD);
  }

  private static String textOf(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      var page = document.getPage(0).getMediaBox();
      assertThat(page.getWidth()).isGreaterThan(page.getHeight());
      return Normalizer.normalize(new PDFTextStripper().getText(document), Normalizer.Form.NFC);
    }
  }

  @Test
  void prints_vietnamese_as_it_is_written() throws IOException {
    var text = textOf(Press.print(paper("Kỹ năng truyền thông"), "Nguyễn Thị Mô Phỏng", CODE));

    assertThat(text)
        .contains(
            "GIẤY CHỨNG NHẬN",
            "Nguyễn Thị Mô Phỏng",
            "Kỹ năng truyền thông",
            "Hội LHPN xã Hòa Hiệp Trung",
            "từ ngày 14/03/2023 đến ngày 15/03/2023, thời lượng 16 giờ",
            "Xếp loại: Giỏi",
            "Ngày 20 tháng 3 năm 2023",
            "Số: GENDER/2023/4A7B11C2",
            "Mã tra cứu: 0123-4567-89AB-CDEF");
  }

  @Test
  void what_no_letter_is_there_for_does_not_keep_it_from_being_printed() throws IOException {
    var text = textOf(Press.print(paper("Chuyển đổi số 🌸".repeat(12)), "Ê Ban H'Mô", CODE));

    assertThat(text).contains("Chuyển đổi số ?", "Ê Ban H'Mô");
  }
}
