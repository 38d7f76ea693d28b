@NullMarked
package vn.sen.membership.naming;

import org.jspecify.annotations.NullMarked;
