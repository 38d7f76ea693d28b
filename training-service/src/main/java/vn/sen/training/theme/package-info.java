/** The themes classes are held on. */
@NullMarked
package vn.sen.training.theme;

import org.jspecify.annotations.NullMarked;
