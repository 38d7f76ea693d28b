/** Side-by-side benchmarks: every figure is a ratio to a ceiling measured in the same run. */
@NullMarked
package vn.sen.benchmarks;

import org.jspecify.annotations.NullMarked;
