package vn.sen.events.membership;

/**
 * How many people hold a title at every unit of a level.
 *
 * @param seats at each unit; 0 where the title does not exist at the level
 */
public record TitleSeats(UnitLevel level, int seats) {}
