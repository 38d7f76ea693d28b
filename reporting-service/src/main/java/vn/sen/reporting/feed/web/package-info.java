/** Feeds over HTTP. */
@NullMarked
package vn.sen.reporting.feed.web;

import org.jspecify.annotations.NullMarked;
