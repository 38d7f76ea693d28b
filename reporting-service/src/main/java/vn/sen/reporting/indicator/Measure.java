package vn.sen.reporting.indicator;

/** What a figure is counted in. */
public enum Measure {
  PEOPLE("người", "people"),
  TURNS("lượt", "turns"),
  HOUSEHOLDS("hộ", "households"),
  DONG("đồng", "đồng"),
  PERCENT("%", "%"),
  LOANS("khoản vay", "loans"),
  LINES("dòng", "lines"),
  CHECKS("lượt kiểm tra", "checks"),
  CLASSES("lớp", "classes"),
  SESSIONS("buổi học", "sessions"),
  CERTIFICATES("chứng nhận", "certificates"),
  POSTS("chức danh", "posts"),
  GROUPS("tổ, nhóm", "groups"),
  MEETINGS("buổi sinh hoạt", "meetings"),
  VOICES("ý kiến", "voices"),
  UNITS("đơn vị", "units"),
  EVENTS("bản ghi", "records"),
  DAYS("ngày", "days"),
  MONTHS("tháng", "months"),
  YEAR("năm", "year"),
  RANK("thứ hạng", "rank"),
  DIGITS("chữ số", "digits"),
  VERSION("phiên bản", "version"),
  /** As the thing itself states it: an indicator of a programme has a unit of its own. */
  AS_STATED("theo chỉ số", "as stated");

  private final Text name;

  Measure(String vi, String en) {
    this.name = new Text(vi, en);
  }

  /** For people to read. */
  public Text label() {
    return name;
  }
}
