/** Four eyes where a figure is at stake: one proposes, another one approves. */
@NullMarked
package vn.sen.chassis.approval;

import org.jspecify.annotations.NullMarked;
