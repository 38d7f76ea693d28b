package vn.sen.lending.statement;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a statement's line, as banks write them. */
enum Field {
  LOAN("loan", Kind.TEXT, true, "Số khoản vay", "Mã món vay", "Số hợp đồng"),
  CUSTOMER("customer", Kind.TEXT, false, "Mã khách hàng"),
  IDENTITY("identity", Kind.TEXT, true, "Số định danh", "CCCD", "Số CCCD", "CMND"),
  NAME("name", Kind.TEXT, false, "Họ và tên", "Họ tên", "Người vay"),
  PROGRAMME("programme", Kind.TEXT, true, "Chương trình", "Mã chương trình"),
  UNIT("unit", Kind.TEXT, true, "Mã xã", "Mã đơn vị"),
  GROUP("group", Kind.TEXT, false, "Mã tổ", "Tổ TK&VV"),
  POINT("point", Kind.TEXT, false, "Điểm giao dịch", "Mã điểm giao dịch"),
  PRINCIPAL("principal", Kind.AMOUNT, true, "Số tiền vay"),
  DISBURSED_ON("disbursedOn", Kind.DATE, true, "Ngày giải ngân"),
  DUE_ON("dueOn", Kind.DATE, true, "Ngày đến hạn", "Hạn trả"),
  RATE_PERCENT("ratePercent", Kind.NUMBER, true, "Lãi suất", "Lãi suất (%/năm)"),
  IN_TERM("inTerm", Kind.AMOUNT, true, "Nợ trong hạn", "Dư nợ trong hạn"),
  OVERDUE("overdue", Kind.AMOUNT, true, "Nợ quá hạn", "Dư nợ quá hạn"),
  FROZEN("frozen", Kind.AMOUNT, true, "Nợ khoanh"),
  INTEREST_ARREARS("interestArrears", Kind.AMOUNT, true, "Lãi tồn", "Lãi chưa trả");

  /** What a value looks like in JSON. */
  enum Kind {
    TEXT,
    /** Text of the form YYYY-MM-DD; in a workbook a day. */
    DATE,
    /** Whole đồng. */
    AMOUNT,
    NUMBER
  }

  private static final Pattern NO_LETTER = Pattern.compile("[^a-z]");

  private static final Map<String, Field> BY_LABEL =
      Arrays.stream(values()).collect(Collectors.toMap(Field::label, Function.identity()));

  private final String label;
  private final Kind kind;
  private final boolean required;
  private final List<String> headings;

  /**
   * @param vietnamese headings that a workbook may have in the label's place
   */
  Field(String label, Kind kind, boolean required, String... vietnamese) {
    this.label = label;
    this.kind = kind;
    this.required = required;
    this.headings = Stream.concat(Stream.of(label), Arrays.stream(vietnamese)).toList();
  }

  static Optional<Field> of(@Nullable String label) {
    return Optional.ofNullable(label == null ? null : BY_LABEL.get(label));
  }

  /** The field of a workbook's column, whatever the tone marks, case and spaces of its heading. */
  static Optional<Field> ofHeading(String heading) {
    return Arrays.stream(values())
        .filter(field -> field.headings.stream().anyMatch(known -> isSame(known, heading)))
        .findFirst();
  }

  private static boolean isSame(String known, String heading) {
    return letters(known).equals(letters(heading));
  }

  private static String letters(String heading) {
    var decomposed = Normalizer.normalize(heading, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    return NO_LETTER.matcher(decomposed.replace('đ', 'd')).replaceAll("");
  }

  String label() {
    return label;
  }

  Kind kind() {
    return kind;
  }

  boolean required() {
    return required;
  }
}
