package vn.sen.benchmarks;

import java.io.IOException;
import java.util.List;

/** Measures one path or a few that share their set-up. */
@FunctionalInterface
public interface Benchmark {

  /**
   * Measures.
   *
   * @return a result for each path, in the order of the table
   * @throws IOException if a server cannot be started or its folder not be used
   * @throws InterruptedException if the measurement was called off
   */
  List<Result> run(Effort effort) throws IOException, InterruptedException;
}
