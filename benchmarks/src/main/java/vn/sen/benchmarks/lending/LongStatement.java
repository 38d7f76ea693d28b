package vn.sen.benchmarks.lending;

import java.util.Map;
import vn.sen.benchmarks.Effort;
import vn.sen.benchmarks.Memory;
import vn.sen.benchmarks.Result;
import vn.sen.benchmarks.server.ServerProcess;

/**
 * The memory of the lending service, with a heap of 512 MB, after a statement of twenty times as
 * many lines as those before, most of them of loans that the platform does not know.
 */
record LongStatement(BankOfLoans bank, ServerProcess lending) {

  private static final int TIMES = 20;
  private static final double TOLERANCE = 1.2;

  Result measure(Effort effort) {
    double before = Memory.highestResidentMegabytes(lending.handle());
    int lines = bank.loans() * effort.choose(TIMES, 2);
    double perSecond = bank.statement("PERIODIC", 0, lines);
    double after = Memory.highestResidentMegabytes(lending.handle());
    return new Result(
        "memory: lending-service with -Xmx512m, a statement of %,d lines".formatted(lines),
        "MB",
        after,
        null,
        null,
        Map.of("of %,d lines".formatted(bank.loans()), after / before, "lines/s", perSecond),
        "≤ 1.2 of a statement of %,d".formatted(bank.loans()),
        after / before <= TOLERANCE);
  }
}
