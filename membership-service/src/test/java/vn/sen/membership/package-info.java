@NullMarked
package vn.sen.membership;

import org.jspecify.annotations.NullMarked;
