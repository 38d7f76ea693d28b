package vn.sen.events.training;

import java.time.LocalDate;

/**
 * One step of an activity's figures: what an event adds on a business date. The changes of an event
 * are the activity's figures after the command minus those before it, so a late or corrected fact
 * fixes every date it touches.
 *
 * @param date the business date on which the step counts
 * @param place where it counts
 * @param measure what it adds to
 * @param delta activities, people, recommendations or đồng, never 0
 */
public record ActivityChange(
    LocalDate date, ActivityPlace place, ActivityMeasure measure, long delta) {}
