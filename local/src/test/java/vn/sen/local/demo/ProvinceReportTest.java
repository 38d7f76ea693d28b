package vn.sen.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ProvinceReportTest {

  private static final String REPORT =
      """
      {"title":"Báo cáo năm","notice":"DỮ LIỆU MÔ PHỎNG","unit":{"name":"Tỉnh Phú Yên"},
       "sections":[
         {"title":"Hội viên","note":"Nguồn không nêu ngày.","text":["Có 161.102 hội viên."],
          "figures":[{"indicator":"membership.members","of":{},"name":"Hội viên","part":null,
            "value":161102,"shown":{"unit":"người","power":0,"decimals":0},
            "asOf":"2023-12-31","assumed":true}]},
         {"title":"Vay vốn","note":null,"text":[],
          "figures":[{"indicator":"lending.outstanding","of":{"bank":"LPBANK"},"name":"Dư nợ",
            "part":"Liên Việt","value":212600000000,
            "shown":{"unit":"triệu đồng","power":6,"decimals":0},
            "asOf":"2023-10-30","assumed":false},
           {"indicator":"lending.loans","of":{},"name":"Khoản vay","part":null,"value":50300,
            "shown":{"unit":"khoản vay","power":0,"decimals":0},
            "asOf":"2023-10-30","assumed":false}]}],
       "thresholdPercent":60,
       "underThreshold":[{"unit":{"name":"Xã Xuân Lâm"},"members":855,"women":1500,"percent":57.0}]}
      """;

  private static final String REGISTER =
      """
      {"figures":[
         {"indicator":"membership.members","of":{},"power":0,"published":161102,"difference":0,
          "explanation":{"vi":"bằng nhau"}},
         {"indicator":"lending.outstanding","of":{"bank":"LPBANK"},"power":9,"published":213,
          "difference":-0.4,"explanation":{"vi":"làm tròn của nguồn"}}],
       "sums":[{"indicator":"lending.outstanding","measuredIn":"triệu đồng","asOf":"2023-10-30",
          "publishedRest":9025,"countedRest":9025.0,"finding":"UNLISTED_LENDER",
          "explanation":{"vi":"các tổ chức không nêu tên"}}]}
      """;

  private static String print(double scale) {
    var bytes = new ByteArrayOutputStream();
    var json = JsonMapper.shared();
    new ProvinceReport(json.readTree(REPORT), json.readTree(REGISTER))
        .print(scale, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  @Test
  void shows_each_figure_beside_the_published_one() {
    assertThat(print(1))
        .startsWith("BÁO CÁO NĂM\nTỉnh Phú Yên · DỮ LIỆU MÔ PHỎNG\n")
        .contains("Có 161.102 hội viên.")
        .containsPattern(
            "Hội viên \\(người\\) +31/12/2023\\* +161\\.102 +161\\.102 +0 +bằng nhau\n")
        .containsPattern("Khoản vay \\(khoản vay\\) +30/10/2023 +– +50\\.300\n")
        .contains("ngày giả định (assumed): Nguồn không nêu ngày.");
  }

  @Test
  void turns_the_sources_unit_into_the_one_it_shows() {
    assertThat(print(1))
        .containsPattern(
            "Dư nợ: Liên Việt \\(triệu đồng\\) +30/10/2023 +213\\.000 +212\\.600 +-400 +làm tròn");
  }

  @Test
  void says_what_the_sources_banks_do_not_add_up_to() {
    assertThat(print(1))
        .containsPattern("9\\.025 +9\\.025 +UNLISTED_LENDER: các tổ chức không nêu tên\n")
        .contains("dưới 60 % phụ nữ có mặt tại địa phương (early warning): 1")
        .containsPattern("Xã Xuân Lâm +855 hội viên / +1\\.500 phụ nữ +57,0 %");
  }

  @Test
  void says_that_reduced_data_cannot_be_compared() {
    assertThat(print(1)).doesNotContain("không so được");
    assertThat(print(0.02)).contains("× 0,02: không so được với số đã công bố");
  }
}
