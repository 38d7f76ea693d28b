/** Keeps the definitions of reports. */
@NullMarked
package vn.sen.reporting.province.store;

import org.jspecify.annotations.NullMarked;
