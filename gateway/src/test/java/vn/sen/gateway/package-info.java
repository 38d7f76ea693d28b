/** The gateway in front of real HTTP servers. */
@NullMarked
package vn.sen.gateway;

import org.jspecify.annotations.NullMarked;
