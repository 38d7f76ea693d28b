package vn.sen.events.training;

/**
 * Of all who came, so many have a trait.
 *
 * @param count positive
 */
public record TraitCount(ParticipantTrait trait, int count) {}
