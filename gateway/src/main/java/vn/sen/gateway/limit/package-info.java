/** How much a client may ask for. */
@NullMarked
package vn.sen.gateway.limit;

import org.jspecify.annotations.NullMarked;
