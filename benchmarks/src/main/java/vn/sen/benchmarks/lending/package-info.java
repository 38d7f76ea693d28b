/** Lending: what banks send. */
@NullMarked
package vn.sen.benchmarks.lending;

import org.jspecify.annotations.NullMarked;
