/** Live reports over HTTP, as server-sent events. */
@NullMarked
package vn.sen.reporting.live.web;

import org.jspecify.annotations.NullMarked;
