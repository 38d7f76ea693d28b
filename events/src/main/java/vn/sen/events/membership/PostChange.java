package vn.sen.events.membership;

import java.time.LocalDate;
import java.util.UUID;

/**
 * One step of who is in post: what an event adds to the figures of a business date. The changes of
 * an event are the post's timeline after the command minus the timeline before it, so a late fact
 * corrects every date it touches. Summed up, the steps of one person, title and unit are 1 on the
 * days on which she holds it and 0 on all others.
 *
 * @param date the business date from which the step holds
 * @param titleId the title, as title events number it
 * @param unitId the unit at which it is held; it never follows a redrawing
 * @param personId the member who holds it
 * @param delta +1 in, −1 out; the reverse where an earlier step is taken back
 */
public record PostChange(LocalDate date, UUID titleId, UUID unitId, UUID personId, int delta) {}
