/** The only door of the platform: what comes from outside passes here, and nothing else does. */
@NullMarked
package vn.sen.gateway;

import org.jspecify.annotations.NullMarked;
