package vn.sen.events.training;

import java.time.LocalDate;

/**
 * One step of a unit's targets and stated results: what an event adds on a business date. The steps
 * of one place and measure up to a date add up to what holds on it.
 *
 * @param date the date a result is stated for; the first day of a target's year
 * @param place where it counts
 * @param measure what it adds to
 * @param delta in the indicator's last decimal, never 0
 */
public record GoalChange(LocalDate date, GoalPlace place, GoalMeasure measure, long delta) {}
