/** Reports: what a province is told. */
@NullMarked
package vn.sen.benchmarks.report;

import org.jspecify.annotations.NullMarked;
