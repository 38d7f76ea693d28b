/** Where the books are put together. */
@NullMarked
package vn.sen.reporting.books.web;

import org.jspecify.annotations.NullMarked;
