/** The service as a whole. */
@NullMarked
package vn.sen.training;

import org.jspecify.annotations.NullMarked;
