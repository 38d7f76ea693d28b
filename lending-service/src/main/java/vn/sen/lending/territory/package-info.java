/** Units as lending asks for them. */
@NullMarked
package vn.sen.lending.territory;

import org.jspecify.annotations.NullMarked;
