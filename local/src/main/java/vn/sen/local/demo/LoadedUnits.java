package vn.sen.local.demo;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.sen.local.demo.dataset.UnitKey;

/** The platform's ids and versions of the units, by their natural keys. */
final class LoadedUnits {

  private static final String PATH = "/api/membership/org-units";

  /** A unit on the platform. */
  record Ref(String id, long version) {}

  private final Map<UnitKey, Ref> known = new ConcurrentHashMap<>();

  /** Learns all units of a day. */
  void read(Api api, LocalDate at) {
    @Nullable String path = PATH + "?limit=1000&at=" + at;
    while (path != null) {
      var page = api.get(path);
      for (var item : page.body().required("items")) {
        put(
            new UnitKey(
                item.required("code").asString(),
                LocalDate.parse(item.required("validFrom").asString())),
            new Ref(item.required("id").asString(), item.required("version").asLong()));
      }
      path = page.next();
    }
  }

  void put(UnitKey key, Ref ref) {
    known.put(key, ref);
  }

  boolean has(UnitKey key) {
    return known.containsKey(key);
  }

  boolean hasAll(Collection<UnitKey> keys) {
    return known.keySet().containsAll(keys);
  }

  /**
   * The unit of that key.
   *
   * @throws StepFailed when the platform does not have it
   */
  Ref get(UnitKey key) {
    var ref = known.get(key);
    if (ref == null) {
      throw new StepFailed("the platform has no unit " + key);
    }
    return ref;
  }

  String id(UnitKey key) {
    return get(key).id();
  }
}
