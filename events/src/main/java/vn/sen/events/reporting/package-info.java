/** What the reporting service tells: what reports show, and figures that are stated elsewhere. */
@NullMarked
package vn.sen.events.reporting;

import org.jspecify.annotations.NullMarked;
