/**
 * What community groups there are (teams, clubs, models), who belongs to them and who came
 * together: on any date, under any map. They are not the savings and credit groups of lending.
 * Plain Java; what HTTP needs is in {@link vn.sen.reporting.communitygroup.web}.
 */
@NullMarked
package vn.sen.reporting.communitygroup;

import org.jspecify.annotations.NullMarked;
