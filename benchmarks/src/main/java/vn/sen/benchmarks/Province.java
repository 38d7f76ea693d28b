package vn.sen.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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

  private static final int BRANCHES = 40;

  /** The communes that {@link Servers} know. */
  public static Province known() {
    var numbers = IntStream.range(0, MemberHistory.units()).boxed().toList();
    return new Province(
        numbers.stream().map(number -> MemberHistory.unit(number).toString()).toList(),
        numbers.stream().map(UnitLog::code).toList());
  }

  /** Enters one commune with some branches. */
  static Province enter(Api api) {
    var province = unit(api, "54", "PROVINCE", "PROVINCE", null);
    var commune = unit(api, "22015", "COMMUNE", "WARD", province);
    var ids = new ArrayList<String>();
    var codes = new ArrayList<String>();
    for (int i = 0; i < BRANCHES; i++) {
      codes.add("22015-%02d".formatted(i));
      ids.add(unit(api, codes.getLast(), "BRANCH", "BRANCH", commune));
    }
    return new Province(ids, codes);
  }

  private static String unit(
      Api api, String code, String level, String kind, @Nullable String parent) {
    Map<String, Object> body = new HashMap<>();
    body.put("code", code);
    body.put("name", "Đơn vị " + code);
    body.put("level", level);
    body.put("kind", kind);
    body.put("validFrom", "1990-01-01");
    if (parent != null) {
      body.put("parentId", parent);
    }
    return api.post("/api/membership/org-units", body).body().path("id").asString();
  }
}
