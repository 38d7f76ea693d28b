/**
 * A command as it arrives: who sends it, under which key, against which version; and its answer.
 */
@NullMarked
package vn.sen.chassis.command;

import org.jspecify.annotations.NullMarked;
