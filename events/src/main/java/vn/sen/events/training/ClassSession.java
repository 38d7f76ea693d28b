package vn.sen.events.training;

import java.time.LocalDate;

/**
 * One session of a class. Sessions are numbered from 1 in the order in which they stand.
 *
 * @param date the day
 * @param part the part of the day
 */
public record ClassSession(LocalDate date, DayPart part) {}
