@NullMarked
package vn.sen.membership.transfer;

import org.jspecify.annotations.NullMarked;
