/**
 * Early warning: which units' figures lie beyond a threshold or are heading there, and what moved
 * them. Plain Java on the reports' own figures; what HTTP needs is in {@link
 * vn.sen.reporting.warning.web}, what is kept in {@link vn.sen.reporting.warning.store}.
 */
@NullMarked
package vn.sen.reporting.warning;

import org.jspecify.annotations.NullMarked;
