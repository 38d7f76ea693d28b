/**
 * How many members, and why more or fewer: on any date, under any map. Plain Java; what HTTP needs
 * is in {@link vn.sen.reporting.membership.web}.
 */
@NullMarked
package vn.sen.reporting.membership;

import org.jspecify.annotations.NullMarked;
