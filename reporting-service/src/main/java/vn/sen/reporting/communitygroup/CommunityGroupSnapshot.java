package vn.sen.reporting.communitygroup;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.reporting.communitygroup.CommunityGroupReport.GroupType;
import vn.sen.reporting.reading.DatedVersions;
import vn.sen.reporting.reading.Drafts;
import vn.sen.reporting.reading.Facts;

/**
 * All figures at one point of the log. Immutable, shared by all readers.
 *
 * @param groups by id
 * @param people by their numbers
 * @param codes of the types of groups, by the types' ids
 * @param names of the types of groups, by the types' ids
 */
record CommunityGroupSnapshot(
    Drafts.Copies<UUID, GroupHistory> groups,
    List<UUID> people,
    Map<UUID, String> codes,
    Map<UUID, Facts<String>> names,
    DatedVersions versions,
    ViewPosition position) {

  /** A type with the name it bears on a day; without one while only its groups are known. */
  GroupType type(String code, LocalDate day) {
    return codes.entrySet().stream()
        .filter(known -> known.getValue().equals(code))
        .findFirst()
        .map(known -> names.getOrDefault(known.getKey(), Facts.none()))
        .flatMap(said -> said.standingOn(day).or(said::first))
        .map(name -> new GroupType(code, name))
        .orElseGet(() -> new GroupType(code, null));
  }

  boolean hasType(String code) {
    return codes.containsValue(code);
  }
}
