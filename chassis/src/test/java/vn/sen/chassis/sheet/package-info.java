/** Workbooks, good and bad ones. */
@NullMarked
package vn.sen.chassis.sheet;

import org.jspecify.annotations.NullMarked;
