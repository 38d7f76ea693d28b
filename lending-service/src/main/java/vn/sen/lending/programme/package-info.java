/** The programmes the banks lend under, and the names they bore. */
@NullMarked
package vn.sen.lending.programme;

import org.jspecify.annotations.NullMarked;
