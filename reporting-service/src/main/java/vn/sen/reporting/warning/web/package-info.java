/** Early warning over HTTP. */
@NullMarked
package vn.sen.reporting.warning.web;

import org.jspecify.annotations.NullMarked;
