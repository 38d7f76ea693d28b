/**
 * Why a figure is another one than it was known to be: which events came between, by cause. Plain
 * Java; what HTTP needs is in {@link vn.sen.reporting.change.web}.
 */
@NullMarked
package vn.sen.reporting.change;

import org.jspecify.annotations.NullMarked;
