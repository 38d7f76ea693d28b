/** The province report and its definitions over HTTP. */
@NullMarked
package vn.sen.reporting.province.web;

import org.jspecify.annotations.NullMarked;
