package vn.sen.events.membership;

import java.time.LocalDate;

/**
 * One step of a community group's figures: what an event adds from a business date on. The changes
 * of an event are the group's timeline after the command minus the timeline before it, so a late
 * fact corrects every date it touches.
 *
 * @param date the business date from which the step holds
 * @param place where it counts; a group that changes its place takes its stocks with it
 * @param delta groups, people, meetings or turns, by the measure; never 0
 */
public record GroupChange(LocalDate date, GroupPlace place, GroupMeasure measure, long delta) {}
