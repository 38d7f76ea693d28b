/** The report of the voices over HTTP. */
@NullMarked
package vn.sen.reporting.voice.web;

import org.jspecify.annotations.NullMarked;
