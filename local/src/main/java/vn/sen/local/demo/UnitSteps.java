package vn.sen.local.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;
import vn.sen.local.demo.dataset.Commune;
import vn.sen.local.demo.dataset.Dataset;
import vn.sen.local.demo.dataset.UnitKey;

/** Sets up the first map with its branches, and states the invented numbers of women. */
final class UnitSteps {

  private static final String UNITS = "/api/membership/org-units";

  private final LoadContext context;
  private final LoadedUnits units;

  UnitSteps(LoadContext context, LoadedUnits units) {
    this.context = context;
    this.units = units;
  }

  private record NewUnit(
      UnitKey key, String name, UnitLevel level, String kind, @Nullable UnitKey parent) {}

  /** Units above the branches and branches; those that are there already are left alone. */
  void setUp() {
    var data = context.data();
    units.read(context.api(), data.targets().reportDate());
    var levels = new ArrayList<List<NewUnit>>();
    for (var level : List.of(UnitLevel.PROVINCE, UnitLevel.DISTRICT, UnitLevel.COMMUNE)) {
      levels.add(
          data.facts().firstMap().stream()
              .filter(u -> u.level() == level)
              .map(u -> new NewUnit(u.key(), u.name(), level, u.kind().name(), u.parent()))
              .toList());
    }
    levels.add(
        data.branches().stream()
            .map(b -> new NewUnit(b.key(), b.name(), UnitLevel.BRANCH, "BRANCH", b.commune()))
            .toList());
    context
        .progress()
        .begin("Đơn vị và chi hội (units, branches)", levels.stream().mapToInt(List::size).sum());
    levels.forEach(level -> context.workers().forEach(level, context.progress(), this::create));
    context.progress().end();
  }

  private void create(NewUnit unit) {
    if (units.has(unit.key())) {
      return;
    }
    var body = new HashMap<String, Object>();
    body.put("code", unit.key().code());
    body.put("name", unit.name());
    body.put("level", unit.level());
    body.put("kind", unit.kind());
    body.put("validFrom", unit.key().validFrom().toString());
    if (unit.parent() != null) {
      body.put("parentId", units.id(unit.parent()));
    }
    var answer = context.api().post(UNITS, context.key("unit", unit.key()), body);
    units.put(unit.key(), new LoadedUnits.Ref(answer.text("id"), answer.version()));
  }

  /** All women, and women present, of each commune. */
  void stateWomen() {
    context.progress().begin("Số phụ nữ, mô phỏng (women)", context.data().communes().size());
    context.workers().forEach(context.data().communes(), context.progress(), this::stateWomen);
    context.progress().end();
  }

  private void stateWomen(Commune commune) {
    var version = units.get(commune.key()).version();
    version = state(commune, version, "ALL_WOMEN", commune.women());
    version = state(commune, version, "WOMEN_PRESENT", commune.womenPresent());
    units.put(commune.key(), new LoadedUnits.Ref(units.id(commune.key()), version));
  }

  private long state(Commune commune, long version, String definition, int count) {
    var path = UNITS + "/" + units.id(commune.key()) + "/women-counts";
    var asOf = context.data().targets().reportDate().toString();
    var proposed =
        context
            .api()
            .change(
                path,
                context.key(definition, commune.key()),
                version,
                Map.of(
                    "definition",
                    definition,
                    "count",
                    count,
                    "asOf",
                    asOf,
                    "source",
                    Dataset.WOMEN_SOURCE));
    return context
        .approver()
        .change(
            path + "/" + definition + "/" + asOf + "/approval",
            context.key(definition + "-approval", commune.key()),
            proposed.version(),
            Map.of())
        .version();
  }
}
