@NullMarked
package vn.sen.membership.cadre;

import org.jspecify.annotations.NullMarked;
