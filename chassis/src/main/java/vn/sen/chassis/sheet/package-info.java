/**
 * Workbooks that people upload: looked into before they are read, and read row by row, never whole.
 */
@NullMarked
package vn.sen.chassis.sheet;

import org.jspecify.annotations.NullMarked;
