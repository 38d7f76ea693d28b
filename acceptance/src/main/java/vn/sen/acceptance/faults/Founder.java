package vn.sen.acceptance.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Founds units and households, and waits until every instance knows them. */
final class Founder {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int BRANCHES = 4;
  private static final int SPECIAL_BRANCHES = 3;
  private static final int HOUSEHOLDS = 6;

  private final Cluster cluster;
  private final Http http;
  private final Sender sender;
  private final Ledger ledger;
  private final String name;
  private int founded;

  /**
   * @param name of the seed's run; codes of units begin with it
   */
  Founder(Cluster cluster, Http http, Ledger ledger, String name) {
    this.cluster = cluster;
    this.http = http;
    this.ledger = ledger;
    this.name = name;
    // one instance knows at once what it has founded itself
    this.sender = new Sender(http, cluster.membership().subList(0, 1), ledger, name);
  }

  Territory found() throws InterruptedException {
    var province = unit("PROVINCE", "PROVINCE", null, "Tỉnh");
    var commune = unit("COMMUNE", "WARD", province, "Phường");
    var branches = new ArrayList<UUID>();
    for (int i = 0; i < BRANCHES + SPECIAL_BRANCHES; i++) {
      branches.add(unit("BRANCH", "BRANCH", commune, "Chi hội"));
    }
    var lastCode = code(founded - 1);
    var households = new ArrayList<UUID>();
    for (int i = 0; i < HOUSEHOLDS; i++) {
      var body = Map.of("unitId", branches.getFirst(), "headName", "Chủ Hộ");
      households.add(
          sender.send("POST", "/api/membership/households", name + "-h" + i, null, body).id());
    }
    for (var branch : branches) {
      awaitKnown(branch);
    }
    return new Territory(
        commune,
        branches.subList(0, BRANCHES),
        branches.get(BRANCHES),
        branches.get(BRANCHES + 1),
        branches.getLast(),
        lastCode,
        households);
  }

  /** Founds a branch; its event is as long as its name. */
  UUID branch(UUID commune, String unitName) throws InterruptedException {
    return unit("BRANCH", "BRANCH", commune, unitName);
  }

  private UUID unit(String level, String kind, @Nullable UUID parent, String unitName)
      throws InterruptedException {
    var code = code(founded++);
    var body = new HashMap<String, Object>();
    body.put("code", code);
    body.put("name", unitName);
    body.put("level", level);
    body.put("kind", kind);
    body.put("validFrom", "1990-01-01");
    if (parent != null) {
      body.put("parentId", parent);
    }
    var done = sender.send("POST", "/api/membership/org-units", code, null, body);
    ledger.founded(done.id(), done.version());
    return done.id();
  }

  private String code(int number) {
    return name + "-" + number;
  }

  private void awaitKnown(UUID unit) {
    Waiting.require(
        "all know unit " + unit,
        PATIENCE,
        () -> cluster.membership().stream().allMatch(instance -> isKnown(unit, instance)));
  }

  private boolean isKnown(UUID unit, Node instance) {
    try {
      return http.get(Cluster.uri(instance, "/api/membership/org-units/" + unit)).isDone();
    } catch (IOException e) {
      return false;
    }
  }
}
