/** Commands, from the request to the figure, beside the bare operations they are made of. */
@NullMarked
package vn.sen.benchmarks.command;

import org.jspecify.annotations.NullMarked;
