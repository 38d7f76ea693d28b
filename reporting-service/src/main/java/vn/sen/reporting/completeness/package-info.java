/**
 * Completeness: which units have entered what for which months, on time or late. Plain Java; what
 * HTTP needs is in {@link vn.sen.reporting.completeness.web}.
 */
@NullMarked
package vn.sen.reporting.completeness;

import org.jspecify.annotations.NullMarked;
