@NullMarked
package vn.sen.membership.title;

import org.jspecify.annotations.NullMarked;
