@NullMarked
package vn.sen.membership.rights;

import org.jspecify.annotations.NullMarked;
