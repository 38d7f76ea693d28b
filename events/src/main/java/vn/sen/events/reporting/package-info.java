/**
 * What the reporting service tells: what reports show, figures that are stated elsewhere, which
 * reports were issued, and what is to be warned of.
 */
@NullMarked
package vn.sen.events.reporting;

import org.jspecify.annotations.NullMarked;
