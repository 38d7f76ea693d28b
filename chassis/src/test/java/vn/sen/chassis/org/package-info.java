@NullMarked
package vn.sen.chassis.org;

import org.jspecify.annotations.NullMarked;
