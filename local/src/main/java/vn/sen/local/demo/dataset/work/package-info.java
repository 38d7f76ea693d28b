/** The invented work of the Union: who holds which post, is trained for what, which groups live. */
@NullMarked
package vn.sen.local.demo.dataset.work;

import org.jspecify.annotations.NullMarked;
