package vn.sen.reporting.programme;

import vn.sen.events.training.ActivityKind;
import vn.sen.events.training.ResultMeasure;
import vn.sen.events.training.ResultRule;
import vn.sen.events.training.StatedKind;
import vn.sen.reporting.programme.ProgrammeRow.Coded;
import vn.sen.reporting.programme.ProgrammeRow.Goal;
import vn.sen.reporting.programme.ProgrammeRow.Lasting;
import vn.sen.reporting.programme.ProgrammeRow.Measured;
import vn.sen.reporting.programme.ProgrammeRow.Named;
import vn.sen.reporting.programme.ProgrammeRow.Retired;
import vn.sen.reporting.programme.ProgrammeRow.Ruled;
import vn.sen.reporting.programme.ProgrammeRow.Sort;
import vn.sen.reporting.reading.RowParts;

/** Rows as text, for ever the same. What people have typed stands last: it may hold anything. */
final class RowText {

  private RowText() {}

  static String write(ProgrammeRow row) {
    return switch (row) {
      case Coded(var programme, var code) -> RowParts.join("coded", programme, code);
      case Named(var programme, var sequence, var from, var name) ->
          RowParts.join("named", programme, sequence, from, name);
      case Lasting(var programme, var sequence, var from, var until) ->
          RowParts.join("lasting", programme, sequence, from, until);
      case Measured(var programme, var indicator, var decimals, var unit) ->
          RowParts.join("measured", programme, indicator, decimals, unit);
      case Ruled(var programme, var indicator, var sequence, var from, var rule, var name) ->
          RowParts.join("ruled", programme, indicator, sequence, from, write(rule), name);
      case Retired(var programme, var indicator, var on) ->
          RowParts.join("retired", programme, indicator, on);
      case Goal(var programme, var indicator, var unit, var sort, var date, var seq, var value) ->
          RowParts.join("goal", programme, indicator, unit, sort, date, seq, value);
    };
  }

  private static String write(ResultRule rule) {
    return RowParts.join(
        rule.measure(),
        rule.themeId(),
        rule.groupType(),
        rule.activityKind(),
        rule.loanProgramme(),
        rule.competency(),
        rule.titleId(),
        rule.stated(),
        rule.ownOnly());
  }

  /**
   * The row behind a text.
   *
   * @throws IllegalArgumentException if there is none
   */
  static ProgrammeRow read(String text) {
    var in = new RowParts(text);
    return switch (in.next()) {
      case "coded" -> new Coded(in.id(), in.rest());
      case "named" -> new Named(in.id(), in.number(), in.date(), in.rest());
      case "lasting" -> new Lasting(in.id(), in.number(), in.date(), in.dateOrNull());
      case "measured" -> new Measured(in.id(), in.next(), Math.toIntExact(in.number()), in.rest());
      case "ruled" -> new Ruled(in.id(), in.next(), in.number(), in.date(), rule(in), in.rest());
      case "retired" -> new Retired(in.id(), in.next(), in.date());
      case "goal" -> {
        var programme = in.next();
        var indicator = in.next();
        var unit = in.id();
        var sort = in.value(Sort.class);
        var date = in.date();
        long sequence = in.number();
        var value = in.textOrNull();
        yield new Goal(
            programme,
            indicator,
            unit,
            sort,
            date,
            sequence,
            value == null ? null : Long.valueOf(value));
      }
      default -> throw new IllegalArgumentException("Not a row of the view of programmes: " + text);
    };
  }

  private static ResultRule rule(RowParts in) {
    return new ResultRule(
        in.value(ResultMeasure.class),
        in.idOrNull(),
        in.textOrNull(),
        in.valueOrNull(ActivityKind.class),
        in.idOrNull(),
        in.textOrNull(),
        in.idOrNull(),
        in.valueOrNull(StatedKind.class),
        Boolean.parseBoolean(in.next()));
  }
}
