@NullMarked
package vn.sen.membership.redrawing;

import org.jspecify.annotations.NullMarked;
