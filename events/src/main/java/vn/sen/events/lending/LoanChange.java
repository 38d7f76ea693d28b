package vn.sen.events.lending;

import java.time.LocalDate;

/**
 * One step of a loan's figures: what an event adds from a business date on. The changes of an event
 * are the loan's timeline after the command minus the timeline before it, so a late fact corrects
 * every date it touches.
 *
 * @param date the business date from which the step holds
 * @param place where it counts; a loan that changes its place takes its balances with it
 * @param delta đồng, or a number of checks; never 0
 */
public record LoanChange(LocalDate date, LoanPlace place, LoanMeasure measure, long delta) {}
