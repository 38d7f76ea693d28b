/** The report of the Union's programmes over HTTP. */
@NullMarked
package vn.sen.reporting.programme.web;

import org.jspecify.annotations.NullMarked;
