@NullMarked
package vn.sen.membership.communitygroup;

import org.jspecify.annotations.NullMarked;
