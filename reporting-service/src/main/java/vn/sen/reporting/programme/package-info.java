/**
 * What programmes of the Union promised and delivered: indicators, targets, results by rule. The
 * programmes under which banks lend are not among them. Plain Java; what HTTP needs is in {@link
 * vn.sen.reporting.programme.web}.
 */
@NullMarked
package vn.sen.reporting.programme;

import org.jspecify.annotations.NullMarked;
