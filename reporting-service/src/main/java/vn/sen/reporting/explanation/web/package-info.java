/** Explanations over HTTP. */
@NullMarked
package vn.sen.reporting.explanation.web;

import org.jspecify.annotations.NullMarked;
