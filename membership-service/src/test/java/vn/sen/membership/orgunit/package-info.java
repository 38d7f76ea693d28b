@NullMarked
package vn.sen.membership.orgunit;

import org.jspecify.annotations.NullMarked;
