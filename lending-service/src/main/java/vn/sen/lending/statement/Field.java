package vn.sen.lending.statement;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of a statement's line, as banks write them. */
enum Field {
  LOAN("loan", Kind.TEXT, true),
  CUSTOMER("customer", Kind.TEXT, false),
  IDENTITY("identity", Kind.TEXT, true),
  NAME("name", Kind.TEXT, false),
  PROGRAMME("programme", Kind.TEXT, true),
  UNIT("unit", Kind.TEXT, true),
  GROUP("group", Kind.TEXT, false),
  PRINCIPAL("principal", Kind.AMOUNT, true),
  DISBURSED_ON("disbursedOn", Kind.TEXT, true),
  DUE_ON("dueOn", Kind.TEXT, true),
  RATE_PERCENT("ratePercent", Kind.NUMBER, true),
  IN_TERM("inTerm", Kind.AMOUNT, true),
  OVERDUE("overdue", Kind.AMOUNT, true),
  FROZEN("frozen", Kind.AMOUNT, true),
  INTEREST_ARREARS("interestArrears", Kind.AMOUNT, true);

  /** What a value looks like in JSON. */
  enum Kind {
    TEXT,
    /** Whole đồng. */
    AMOUNT,
    NUMBER
  }

  private static final Map<String, Field> BY_LABEL =
      Arrays.stream(values()).collect(Collectors.toMap(Field::label, Function.identity()));

  private final String label;
  private final Kind kind;
  private final boolean required;

  Field(String label, Kind kind, boolean required) {
    this.label = label;
    this.kind = kind;
    this.required = required;
  }

  static Optional<Field> of(@Nullable String label) {
    return Optional.ofNullable(label == null ? null : BY_LABEL.get(label));
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
