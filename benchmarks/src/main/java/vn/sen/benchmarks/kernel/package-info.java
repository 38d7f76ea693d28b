/** The hot kernels of a rebuild, by JMH. */
@NullMarked
package vn.sen.benchmarks.kernel;

import org.jspecify.annotations.NullMarked;
