@NullMarked
package vn.sen.chassis.privacy;

import org.jspecify.annotations.NullMarked;
