/** Processes to measure, and a client. */
@NullMarked
package vn.sen.benchmarks.server;

import org.jspecify.annotations.NullMarked;
