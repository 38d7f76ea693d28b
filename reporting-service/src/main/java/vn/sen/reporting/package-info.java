/** The reporting service: every figure that can be read, folded from events. */
@NullMarked
package vn.sen.reporting;

import org.jspecify.annotations.NullMarked;
