package vn.sen.benchmarks;

import java.io.IOException;
import java.util.List;
import vn.sen.benchmarks.server.Servers;

/** Measures one path or a few that share their set-up. */
@FunctionalInterface
public interface Benchmark {

  /**
   * Measures.
   *
   * @param servers in a quick run those that other benchmarks have used before
   * @return a result for each path, in the order of the table
   * @throws IOException if a server cannot be started or its folder not be used
   * @throws InterruptedException if the measurement was called off
   */
  List<Result> run(Effort effort, Servers servers) throws IOException, InterruptedException;
}
