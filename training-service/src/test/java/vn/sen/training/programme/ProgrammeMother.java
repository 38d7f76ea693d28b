package vn.sen.training.programme;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sen.events.training.ResultMeasure;
import vn.sen.events.training.ResultRule;
import vn.sen.events.training.StatedKind;

/** A programme that runs for five years. */
final class ProgrammeMother {

  static final LocalDate START = LocalDate.of(2021, 1, 1);
  static final LocalDate END = LocalDate.of(2025, 12, 31);
  static final LocalDate LATER = LocalDate.of(2023, 1, 1);
  static final Programme.Days DAYS = new Programme.Days(START, END, "Quyết định số 1719/QĐ-TTg");
  static final ResultRule TEAMS = groups("TTCD", true);

  private ProgrammeMother() {}

  static ResultRule groups(@Nullable String type, boolean ownOnly) {
    return new ResultRule(
        ResultMeasure.GROUPS_FOUNDED, null, type, null, null, null, null, null, ownOnly);
  }

  static ResultRule stated(StatedKind kind) {
    return new ResultRule(ResultMeasure.STATED, null, null, null, null, null, null, kind, false);
  }

  static Programme project8() {
    return Programme.introduce("DA8", "Dự án 8", DAYS).state();
  }

  static Indicator indicator(String code, ResultRule rule) {
    return new Indicator(
        code,
        "tổ",
        0,
        List.of(new Indicator.Version("Tổ truyền thông cộng đồng", rule, START)),
        null);
  }

  static Programme measuredBy(String code, ResultRule rule) {
    return project8().add(indicator(code, rule)).state();
  }
}
