@NullMarked
package vn.sen.membership.memberimport;

import org.jspecify.annotations.NullMarked;
