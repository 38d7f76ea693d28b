/** Where the view of the activities is put together. */
@NullMarked
package vn.sen.reporting.activity.web;

import org.jspecify.annotations.NullMarked;
