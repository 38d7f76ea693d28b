/** The care of views and dead letters over HTTP. */
@NullMarked
package vn.sen.reporting.operations.web;

import org.jspecify.annotations.NullMarked;
