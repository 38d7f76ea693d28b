package vn.sen.benchmarks;

import java.util.List;
import java.util.stream.IntStream;
import vn.sen.benchmarks.rebuild.MemberHistory;
import vn.sen.benchmarks.rebuild.UnitLog;
import vn.sen.benchmarks.server.Servers;

/**
 * A province to measure on.
 *
 * @param unitIds where members can be
 * @param unitCodes the same units' codes
 */
public record Province(List<String> unitIds, List<String> unitCodes) {

  /** The communes that {@link Servers} know. */
  public static Province known() {
    var numbers = IntStream.range(0, MemberHistory.units()).boxed().toList();
    return new Province(
        numbers.stream().map(number -> MemberHistory.unit(number).toString()).toList(),
        numbers.stream().map(UnitLog::code).toList());
  }
}
