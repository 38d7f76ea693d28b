/** Who is proposed to the Party committee for which political-theory course, and its answer. */
@NullMarked
package vn.sen.training.nomination;

import org.jspecify.annotations.NullMarked;
