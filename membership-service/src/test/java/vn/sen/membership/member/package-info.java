@NullMarked
package vn.sen.membership.member;

import org.jspecify.annotations.NullMarked;
