/** What it costs that every request is checked. */
@NullMarked
package vn.sen.benchmarks.access;

import org.jspecify.annotations.NullMarked;
