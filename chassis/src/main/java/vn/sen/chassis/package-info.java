/** What every Sen service needs once. */
@NullMarked
package vn.sen.chassis;

import org.jspecify.annotations.NullMarked;
