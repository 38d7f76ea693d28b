/** The service as a whole. */
@NullMarked
package vn.sen.lending;

import org.jspecify.annotations.NullMarked;
