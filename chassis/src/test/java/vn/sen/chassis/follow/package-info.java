/** Reading a topic from its history into memory, tested. */
@NullMarked
package vn.sen.chassis.follow;

import org.jspecify.annotations.NullMarked;
