package vn.sen.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A small province to measure on: one commune with some branches. */
public record Province(String communeId, List<String> branchIds, List<String> branchCodes) {

  private static final int BRANCHES = 40;

  /** Enters it. */
  public static Province create(Api api) {
    var province = unit(api, "54", "PROVINCE", "PROVINCE", null);
    var commune = unit(api, "22015", "COMMUNE", "WARD", province);
    var ids = new ArrayList<String>();
    var codes = new ArrayList<String>();
    for (int i = 0; i < BRANCHES; i++) {
      codes.add("22015-%02d".formatted(i));
      ids.add(unit(api, codes.getLast(), "BRANCH", "BRANCH", commune));
    }
    return new Province(commune, ids, codes);
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
