/**
 * Figures that are stated elsewhere, beside the ones the platform counts: each difference is
 * classified and explained, and none is made to vanish. Plain Java; what HTTP needs is in {@link
 * vn.sen.reporting.published.web}.
 */
@NullMarked
package vn.sen.reporting.published;

import org.jspecify.annotations.NullMarked;
