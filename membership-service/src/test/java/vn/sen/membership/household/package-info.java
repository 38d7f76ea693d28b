@NullMarked
package vn.sen.membership.household;

import org.jspecify.annotations.NullMarked;
