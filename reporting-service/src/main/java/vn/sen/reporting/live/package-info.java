/** Reports that are followed while they change: who waits for what, and what she gets. */
@NullMarked
package vn.sen.reporting.live;

import org.jspecify.annotations.NullMarked;
