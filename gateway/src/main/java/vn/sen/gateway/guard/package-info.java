/** What no route may ever see: paths that another server could read differently, odd methods. */
@NullMarked
package vn.sen.gateway.guard;

import org.jspecify.annotations.NullMarked;
