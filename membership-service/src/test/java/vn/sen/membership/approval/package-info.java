@NullMarked
package vn.sen.membership.approval;

import org.jspecify.annotations.NullMarked;
