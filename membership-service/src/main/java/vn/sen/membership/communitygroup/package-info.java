/**
 * Community groups (teams, clubs, models) and their types: who belongs to them, when they met, and
 * what that adds to the figures. The figures are {@link
 * vn.sen.membership.communitygroup.GroupFigures}'.
 */
@NullMarked
package vn.sen.membership.communitygroup;

import org.jspecify.annotations.NullMarked;
