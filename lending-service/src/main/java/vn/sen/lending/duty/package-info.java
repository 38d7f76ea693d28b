/**
 * What the Union owes the banks for their trust and gets for it: fees received, and what follows
 * when terms are agreed or a duty is done.
 */
@NullMarked
package vn.sen.lending.duty;

import org.jspecify.annotations.NullMarked;
