/** What members and households borrow, from which bank: one package a feature. */
@NullMarked
package vn.sen.lending;

import org.jspecify.annotations.NullMarked;
