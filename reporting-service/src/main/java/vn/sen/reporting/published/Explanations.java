package vn.sen.reporting.published;

import static vn.sen.reporting.province.Vietnamese.number;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.sen.events.reporting.FigureFinding;

/** Findings in words. */
final class Explanations {

  private Explanations() {}

  /** Why a figure differs. */
  static Explanation of(FigureFinding finding, PublishedFigure figure) {
    var said = figure.explained();
    if (said != null && said.finding() == finding) {
      return new Explanation(said.reason(), said.reason());
    }
    return switch (finding) {
      case EQUAL -> new Explanation("bằng nhau", "equal");
      case WITHIN_PRECISION -> new Explanation("làm tròn của nguồn", "rounded by the source");
      case MISSING -> new Explanation("hệ thống chưa có số liệu này", "not counted here");
      case DATE_NOT_STATED ->
          new Explanation("nguồn không nêu ngày của số liệu", "the source states no day");
      case UNLISTED_LENDER ->
          new Explanation("tổ chức tín dụng không được nêu tên", "a lender that is not named");
      case OVERLAP -> new Explanation("hộ vay ở nhiều ngân hàng", "households at several banks");
      case LATE -> new Explanation("ghi nhận sau khi nguồn công bố", "recorded after publication");
      case OTHER_DEFINITION ->
          new Explanation("nguồn tính theo cách khác", "defined otherwise by the source");
      case ERROR_OF_SOURCE -> new Explanation("nguồn nhầm lẫn", "an error of the source");
      case UNEXPLAINED -> new Explanation("chưa rõ lý do", "not explained");
    };
  }

  /**
   * What a source's banks do not add up to.
   *
   * @param others what is counted at banks that it does not name
   * @param overlap households counted at banks beyond the first time, or null
   */
  static Explanation ofSum(
      FigureFinding finding,
      boolean households,
      PublishedFigure total,
      BigDecimal others,
      @Nullable BigDecimal overlap) {
    var rest = number(others, total.decimals()) + " " + total.measuredIn();
    return switch (finding) {
      case EQUAL ->
          new Explanation("các ngân hàng cộng lại bằng tổng", "the banks add up to the total");
      case WITHIN_PRECISION -> of(finding, total);
      case UNLISTED_LENDER ->
          new Explanation(
              "các tổ chức tín dụng mà nguồn không nêu tên: đếm được " + rest,
              "lenders that the source does not name: counted " + rest);
      case OVERLAP -> {
        var twice = overlap == null ? "?" : number(overlap, 0);
        yield new Explanation(
            "%s lượt hộ được tính thêm vì vay ở nhiều ngân hàng, trừ %s của các tổ chức không nêu tên"
                .formatted(twice, rest),
            "%s households counted again at a further bank, less %s at lenders that are not named"
                .formatted(twice, rest));
      }
      default ->
          new Explanation(
              "phần còn lại của nguồn không bằng số đếm được",
              "the source's rest is not the counted one");
    };
  }
}
