/** Finds the events behind a figure in the log. */
@NullMarked
package vn.sen.reporting.explanation.log;

import org.jspecify.annotations.NullMarked;
