/** Completeness over HTTP. */
@NullMarked
package vn.sen.reporting.completeness.web;

import org.jspecify.annotations.NullMarked;
