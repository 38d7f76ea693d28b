/**
 * Activities of the Union (communication events, dialogues, inspections, visits) and who came: on
 * any date, under any map. Plain Java; they are read by the report of the programmes.
 */
@NullMarked
package vn.sen.reporting.activity;

import org.jspecify.annotations.NullMarked;
