/** The service as a whole. */
@NullMarked
package vn.sen.identity;

import org.jspecify.annotations.NullMarked;
