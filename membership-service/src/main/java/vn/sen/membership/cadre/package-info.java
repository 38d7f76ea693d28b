/**
 * Cadres: who holds which title at which unit for what term, what she is qualified for, and what
 * the standard of her title demands beyond that.
 */
@NullMarked
package vn.sen.membership.cadre;

import org.jspecify.annotations.NullMarked;
