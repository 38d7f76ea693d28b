/** Addresses from which programs pull a report that somebody has chosen for them. */
@NullMarked
package vn.sen.reporting.feed;

import org.jspecify.annotations.NullMarked;
