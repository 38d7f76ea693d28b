/** The indicator dictionary over HTTP. */
@NullMarked
package vn.sen.reporting.indicator.web;

import org.jspecify.annotations.NullMarked;
