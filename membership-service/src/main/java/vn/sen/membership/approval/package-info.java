/** Four eyes where a figure is at stake: one proposes, another one approves. */
@NullMarked
package vn.sen.membership.approval;

import org.jspecify.annotations.NullMarked;
