/** What the services' tests share. */
@NullMarked
package vn.sen.chassis.testing;

import org.jspecify.annotations.NullMarked;
