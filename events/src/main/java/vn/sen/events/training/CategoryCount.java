package vn.sen.events.training;

/**
 * So many people came as something, of whom only the number is known.
 *
 * @param count positive
 */
public record CategoryCount(ParticipantCategory category, int count) {}
