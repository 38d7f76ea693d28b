/** What keeps its code for ever and bears other names as time goes by. */
@NullMarked
package vn.sen.lending.naming;

import org.jspecify.annotations.NullMarked;
