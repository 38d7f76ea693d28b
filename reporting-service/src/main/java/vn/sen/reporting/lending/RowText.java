package vn.sen.reporting.lending;

import static vn.sen.reporting.reading.RowParts.join;

import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.DifferenceCause;
import vn.sen.events.lending.GroupRank;
import vn.sen.events.lending.LoanMeasure;
import vn.sen.events.lending.LoanPlace;
import vn.sen.reporting.lending.LendingRow.Brought;
import vn.sen.reporting.lending.LendingRow.Coded;
import vn.sen.reporting.lending.LendingRow.Figure;
import vn.sen.reporting.lending.LendingRow.Merged;
import vn.sen.reporting.lending.LendingRow.Named;
import vn.sen.reporting.lending.LendingRow.Ranked;
import vn.sen.reporting.lending.LendingRow.Received;
import vn.sen.reporting.lending.LendingRow.Reconciled;
import vn.sen.reporting.lending.LendingRow.Register;
import vn.sen.reporting.lending.LendingRow.Step;
import vn.sen.reporting.lending.LendingRow.Told;
import vn.sen.reporting.lending.LendingRow.Withdrawn;
import vn.sen.reporting.reading.RowParts;

/** Rows as text, for ever the same. What people have typed stands last: it may hold anything. */
final class RowText {

  private RowText() {}

  static String write(LendingRow row) {
    return switch (row) {
      case Step(var loan, var date, var place, var measure) ->
          join(
              "step",
              loan,
              date,
              measure,
              place.bankId(),
              place.programmeId(),
              place.unitId(),
              place.via().stream().map(UUID::toString).collect(Collectors.joining(",")),
              place.groupId(),
              place.householdId(),
              place.dueOn());
      case Brought(var statement) -> join("brought", statement);
      case Merged(var household, var sequence, var from, var into) ->
          join("merged", household, sequence, from, into);
      case Ranked(var group, var sequence, var from, var rank) ->
          join("ranked", group, sequence, from, rank);
      case Coded(var register, var id, var code) -> join("coded", register, id, code);
      case Named(var register, var id, var sequence, var from, var name) ->
          join("named", register, id, sequence, from, name);
      case Received(var statement, var bank, var asOf, var opening, var supersedes) ->
          join("received", statement, bank, asOf, opening, supersedes);
      case Reconciled(var statement, var sequence) -> join("reconciled", statement, sequence);
      case Told(var statement, var sequence, var figure, var cause) ->
          join("told", statement, sequence, figure, cause);
      case Withdrawn(var statement) -> join("withdrawn", statement);
    };
  }

  /**
   * The row behind a text.
   *
   * @throws IllegalArgumentException if there is none
   */
  static LendingRow read(String text) {
    var in = new RowParts(text);
    return switch (in.next()) {
      case "step" -> step(in);
      case "brought" -> new Brought(in.id());
      case "merged" -> new Merged(in.id(), in.number(), in.date(), in.idOrNull());
      case "ranked" -> new Ranked(in.id(), in.number(), in.date(), rank(in.next()));
      case "coded" -> new Coded(Register.valueOf(in.next()), in.id(), in.rest());
      case "named" ->
          new Named(Register.valueOf(in.next()), in.id(), in.number(), in.date(), in.rest());
      case "received" ->
          new Received(in.id(), in.id(), in.date(), Boolean.parseBoolean(in.next()), in.idOrNull());
      case "reconciled" -> new Reconciled(in.id(), in.number());
      case "told" -> new Told(in.id(), in.number(), Figure.valueOf(in.next()), cause(in.next()));
      case "withdrawn" -> new Withdrawn(in.id());
      default -> throw new IllegalArgumentException("Not a row of the lending view: " + text);
    };
  }

  private static Step step(RowParts in) {
    var loan = in.id();
    var date = in.date();
    var measure = LoanMeasure.valueOf(in.next());
    var place =
        new LoanPlace(in.id(), in.id(), in.id(), in.ids(), in.idOrNull(), in.id(), in.date());
    return new Step(loan, date, place, measure);
  }

  private static @Nullable GroupRank rank(String text) {
    return text.isEmpty() ? null : GroupRank.valueOf(text);
  }

  private static @Nullable DifferenceCause cause(String text) {
    return text.isEmpty() ? null : DifferenceCause.valueOf(text);
  }
}
