/**
 * The org units as every service knows them: what exists on which day, where a figure of one map
 * belongs on another, and how many women a unit has. Facts come from the events of org units and
 * redrawings; nobody is asked.
 */
@NullMarked
package vn.sen.chassis.org;

import org.jspecify.annotations.NullMarked;
