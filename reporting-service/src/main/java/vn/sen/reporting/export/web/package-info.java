/** Reports as files over HTTP. */
@NullMarked
package vn.sen.reporting.export.web;

import org.jspecify.annotations.NullMarked;
