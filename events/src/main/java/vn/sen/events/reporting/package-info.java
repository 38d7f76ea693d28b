/**
 * What the reporting service tells: what reports show, figures that are stated elsewhere, and which
 * reports were issued.
 */
@NullMarked
package vn.sen.events.reporting;

import org.jspecify.annotations.NullMarked;
