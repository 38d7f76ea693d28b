/** The report of the community groups over HTTP. */
@NullMarked
package vn.sen.reporting.communitygroup.web;

import org.jspecify.annotations.NullMarked;
