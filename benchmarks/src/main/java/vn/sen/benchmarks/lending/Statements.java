package vn.sen.benchmarks.lending;

import java.util.List;
import java.util.Map;
import vn.sen.benchmarks.Effort;
import vn.sen.benchmarks.Result;
import vn.sen.benchmarks.Sample;

/**
 * A bank's statement against the loans that the platform knows, from its first byte until it is
 * compared: once all loans differ, once none does. Beside them the store's own bulk replace-upsert
 * and find of the same loans.
 */
record Statements(BankOfLoans bank, BareLoans bare) {

  private static final double ALL_CHANGED = 0.3;
  private static final double NOTHING_CHANGED = 0.6;

  List<Result> measure(Effort effort) {
    int rounds = effort.rounds();
    var changed = new double[rounds];
    var equal = new double[rounds];
    var replaced = new double[rounds];
    var found = new double[rounds];
    bank.statement("PERIODIC", 0);
    bare.find();
    bare.replace();
    for (int round = 0; round < rounds; round++) {
      found[round] = bare.find();
      equal[round] = bank.statement("PERIODIC", 0);
      replaced[round] = bare.replace();
      changed[round] = bank.statement("PERIODIC", 1_000 + round);
    }
    return List.of(
        result(
            "statement, all loans differ", changed, replaced, ALL_CHANGED, "bulk replace-upsert"),
        result("statement, no loan differs", equal, found, NOTHING_CHANGED, "find"));
  }

  private static Result result(
      String path, double[] values, double[] ceilings, double target, String of) {
    double ratio = Sample.medianRatio(values, ceilings);
    return new Result(
        path,
        "lines/s",
        Sample.median(values),
        Sample.median(ceilings),
        null,
        Map.of("ceiling", ratio),
        "≥ %s of the store's %s".formatted(target, of),
        ratio >= target);
  }
}
