package vn.sen.reporting.communitygroup;

import vn.sen.events.membership.GroupMeasure;
import vn.sen.events.membership.GroupPlace;
import vn.sen.reporting.communitygroup.CommunityGroupRow.Coded;
import vn.sen.reporting.communitygroup.CommunityGroupRow.Joined;
import vn.sen.reporting.communitygroup.CommunityGroupRow.Left;
import vn.sen.reporting.communitygroup.CommunityGroupRow.Met;
import vn.sen.reporting.communitygroup.CommunityGroupRow.Named;
import vn.sen.reporting.communitygroup.CommunityGroupRow.Restated;
import vn.sen.reporting.communitygroup.CommunityGroupRow.Step;
import vn.sen.reporting.reading.RowParts;

/** Rows as text, for ever the same. What people have typed stands last: it may hold anything. */
final class RowText {

  private RowText() {}

  static String write(CommunityGroupRow row) {
    return switch (row) {
      case Step(var group, var place, var measure, var date, var known) ->
          RowParts.join(
              "step",
              group,
              place.unitId(),
              place.via(),
              place.type(),
              place.programme(),
              measure,
              date,
              known);
      case Joined(var group, var member, var sequence, var on) ->
          RowParts.join("joined", group, member, sequence, on);
      case Left(var group, var member, var sequence, var on, var forGood) ->
          RowParts.join("left", group, member, sequence, on, forGood);
      case Restated(var group, var member, var sequence, var on, var leftOn) ->
          RowParts.join("restated", group, member, sequence, on, leftOn);
      case Met(var group, var meeting, var sequence, var on, var attended) ->
          RowParts.join("met", group, meeting, sequence, on, attended);
      case Coded(var type, var code) -> RowParts.join("coded", type, code);
      case Named(var type, var sequence, var from, var name) ->
          RowParts.join("named", type, sequence, from, name);
    };
  }

  /**
   * The row behind a text.
   *
   * @throws IllegalArgumentException if there is none
   */
  static CommunityGroupRow read(String text) {
    var in = new RowParts(text);
    return switch (in.next()) {
      case "step" -> step(in);
      case "joined" -> new Joined(in.id(), in.id(), in.number(), in.date());
      case "left" ->
          new Left(in.id(), in.id(), in.number(), in.date(), Boolean.parseBoolean(in.next()));
      case "restated" -> new Restated(in.id(), in.id(), in.number(), in.date(), in.dateOrNull());
      case "met" -> new Met(in.id(), in.id(), in.number(), in.dateOrNull(), in.ids());
      case "coded" -> new Coded(in.id(), in.rest());
      case "named" -> new Named(in.id(), in.number(), in.date(), in.rest());
      default ->
          throw new IllegalArgumentException("Not a row of the view of community groups: " + text);
    };
  }

  private static Step step(RowParts in) {
    var group = in.id();
    var unit = in.id();
    var via = in.ids();
    var place = new GroupPlace(in.next(), in.textOrNull(), unit, via);
    return new Step(group, place, in.value(GroupMeasure.class), in.date(), in.date());
  }
}
