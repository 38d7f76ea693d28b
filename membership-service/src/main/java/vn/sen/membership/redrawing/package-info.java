/** Redrawings of the administrative map: one resolution, one act. */
@NullMarked
package vn.sen.membership.redrawing;

import org.jspecify.annotations.NullMarked;
