@NullMarked
package vn.sen.chassis.consume;

import org.jspecify.annotations.NullMarked;
