/**
 * What women asked for and how soon they were answered: on any date, under any map. Plain Java;
 * what HTTP needs is in {@link vn.sen.reporting.voice.web}.
 */
@NullMarked
package vn.sen.reporting.voice;

import org.jspecify.annotations.NullMarked;
