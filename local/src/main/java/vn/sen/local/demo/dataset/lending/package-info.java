/**
 * The invented loans of the demo, as four banks would post them: opening statements, the updates of
 * a year, and a statement at its end. Plain Java, the same for the same seed, no I/O.
 */
@NullMarked
package vn.sen.local.demo.dataset.lending;

import org.jspecify.annotations.NullMarked;
