/**
 * The report of a unit as the Union publishes it: every section from the reports of one moment, by
 * a definition that the Union sets. Plain Java; what HTTP needs is in {@link
 * vn.sen.reporting.province.web}.
 */
@NullMarked
package vn.sen.reporting.province;

import org.jspecify.annotations.NullMarked;
