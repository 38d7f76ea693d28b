/** What a bank's own client may say: single updates of its loans, one by one or many at a time. */
@NullMarked
package vn.sen.lending.partner;

import org.jspecify.annotations.NullMarked;
