/** What changed between two days of knowledge, over HTTP. */
@NullMarked
package vn.sen.reporting.change.web;

import org.jspecify.annotations.NullMarked;
