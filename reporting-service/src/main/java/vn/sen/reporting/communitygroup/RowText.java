package vn.sen.reporting.communitygroup;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.GroupMeasure;
import vn.sen.events.membership.GroupPlace;
import vn.sen.reporting.communitygroup.CommunityGroupRow.Coded;
import vn.sen.reporting.communitygroup.CommunityGroupRow.Joined;
import vn.sen.reporting.communitygroup.CommunityGroupRow.Left;
import vn.sen.reporting.communitygroup.CommunityGroupRow.Met;
import vn.sen.reporting.communitygroup.CommunityGroupRow.Named;
import vn.sen.reporting.communitygroup.CommunityGroupRow.Restated;
import vn.sen.reporting.communitygroup.CommunityGroupRow.Step;

/** Rows as text, for ever the same. What people have typed stands last: it may hold anything. */
final class RowText {

  private static final String SEPARATOR = "|";

  private RowText() {}

  static String write(CommunityGroupRow row) {
    return switch (row) {
      case Step(var group, var place, var measure, var date, var known) ->
          join(
              "step",
              group,
              place.unitId(),
              join(place.via()),
              place.type(),
              place.programme(),
              measure,
              date,
              known);
      case Joined(var group, var member, var sequence, var on) ->
          join("joined", group, member, sequence, on);
      case Left(var group, var member, var sequence, var on, var forGood) ->
          join("left", group, member, sequence, on, forGood);
      case Restated(var group, var member, var sequence, var on, var leftOn) ->
          join("restated", group, member, sequence, on, leftOn);
      case Met(var group, var meeting, var sequence, var on, var attended) ->
          join("met", group, meeting, sequence, on, join(attended));
      case Coded(var type, var code) -> join("coded", type, code);
      case Named(var type, var sequence, var from, var name) ->
          join("named", type, sequence, from, name);
    };
  }

  private static String join(@Nullable Object... parts) {
    return Stream.of(parts)
        .map(part -> part == null ? "" : part.toString())
        .collect(Collectors.joining(SEPARATOR));
  }

  private static String join(List<UUID> ids) {
    return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
  }

  /**
   * The row behind a text.
   *
   * @throws IllegalArgumentException if there is none
   */
  static CommunityGroupRow read(String text) {
    var kind = text.substring(0, Math.max(0, text.indexOf(SEPARATOR)));
    return switch (kind) {
      case "step" -> step(parts(text, 9));
      case "joined" -> {
        var p = parts(text, 5);
        yield new Joined(id(p[1]), id(p[2]), Long.parseLong(p[3]), LocalDate.parse(p[4]));
      }
      case "left" -> {
        var p = parts(text, 6);
        boolean forGood = Boolean.parseBoolean(p[5]);
        yield new Left(id(p[1]), id(p[2]), Long.parseLong(p[3]), LocalDate.parse(p[4]), forGood);
      }
      case "restated" -> {
        var p = parts(text, 6);
        var on = LocalDate.parse(p[4]);
        yield new Restated(id(p[1]), id(p[2]), Long.parseLong(p[3]), on, date(p[5]));
      }
      case "met" -> {
        var p = parts(text, 6);
        yield new Met(id(p[1]), id(p[2]), Long.parseLong(p[3]), date(p[4]), ids(p[5]));
      }
      case "coded" -> {
        var p = parts(text, 3);
        yield new Coded(id(p[1]), p[2]);
      }
      case "named" -> {
        var p = parts(text, 5);
        yield new Named(id(p[1]), Long.parseLong(p[2]), LocalDate.parse(p[3]), p[4]);
      }
      default -> throw none(text);
    };
  }

  private static Step step(String[] p) {
    var place = new GroupPlace(p[4], p[5].isEmpty() ? null : p[5], id(p[2]), ids(p[3]));
    return new Step(
        id(p[1]), place, GroupMeasure.valueOf(p[6]), LocalDate.parse(p[7]), LocalDate.parse(p[8]));
  }

  /** Whatever the last part holds stays together. */
  private static String[] parts(String text, int count) {
    var parts = text.split("\\|", count);
    if (parts.length != count) {
      throw none(text);
    }
    return parts;
  }

  private static IllegalArgumentException none(String text) {
    return new IllegalArgumentException("Not a row of the view of community groups: " + text);
  }

  private static UUID id(String text) {
    return UUID.fromString(text);
  }

  private static List<UUID> ids(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(",")).map(UUID::fromString).toList();
  }

  private static @Nullable LocalDate date(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }
}
