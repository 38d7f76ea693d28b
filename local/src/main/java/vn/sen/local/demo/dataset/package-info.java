/**
 * The invented members of the demo on the real units of Phú Yên: plain Java, the same for the same
 * seed, no I/O.
 */
@NullMarked
package vn.sen.local.demo.dataset;

import org.jspecify.annotations.NullMarked;
