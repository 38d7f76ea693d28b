/** Keeps feeds. */
@NullMarked
package vn.sen.reporting.feed.store;

import org.jspecify.annotations.NullMarked;
