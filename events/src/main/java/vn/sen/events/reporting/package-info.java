/** What the reporting service tells: which reports were issued, superseded and withdrawn. */
@NullMarked
package vn.sen.events.reporting;

import org.jspecify.annotations.NullMarked;
