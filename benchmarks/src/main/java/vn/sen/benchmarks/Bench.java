package vn.sen.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./sen bench [--quick] [--json FILE] [PATH…]}: runs benchmarks and prints their table. */
public final class Bench {

  private Bench() {}

  private interface Measurement {
    List<Result> run() throws IOException;
  }

  /** Runs the named benchmarks, or all; exit status 2 for an unknown name. */
  public static void main(String[] arguments) throws IOException {
    var words = new ArrayList<>(Arrays.asList(arguments));
    boolean quick = words.remove("--quick");
    Path json = null;
    int flag = words.indexOf("--json");
    if (flag >= 0 && flag + 1 < words.size()) {
      json = Path.of(words.remove(flag + 1));
      words.remove(flag);
    }
    Map<String, Measurement> known = new LinkedHashMap<>();
    known.put("demo", () -> new DemoBenchmark().run());
    known.put("import", () -> List.of(new ImportBenchmark(quick).run()));
    known.put("freshness", () -> List.of(new FreshnessBenchmark(quick).run()));
    if (!known.keySet().containsAll(words)) {
      System.err.println("Known benchmarks: " + known.keySet());
      System.exit(2);
    }
    var results = new ArrayList<Result>();
    System.out.println("| path | unit | value | ceiling | ratios | target | met |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (var entry : known.entrySet()) {
      if (words.isEmpty() || words.contains(entry.getKey())) {
        for (var result : entry.getValue().run()) {
          results.add(result);
          System.out.println(result.toRow());
        }
      }
    }
    if (json != null) {
      Files.writeString(json, JsonMapper.shared().writeValueAsString(results));
    }
  }
}
