package vn.sen.events.membership;

import java.time.LocalDate;

/**
 * One step of a voice's figures: what an event adds from a business date on. The changes of an
 * event are the voice's timeline after the command minus the timeline before it, so a corrected day
 * corrects every date it touches.
 *
 * @param date the business date from which the step holds; it may lie ahead, see {@link
 *     VoiceMeasure#OVERDUE}
 * @param place where it counts; a voice that is routed takes its stocks with it
 * @param delta voices, never 0
 */
public record VoiceChange(LocalDate date, VoicePlace place, VoiceMeasure measure, int delta) {}
