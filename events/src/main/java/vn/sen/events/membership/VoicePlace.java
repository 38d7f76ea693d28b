package vn.sen.events.membership;

import java.util.UUID;

/**
 * Where a voice counts from some day on: everything its figures are asked for by.
 *
 * @param unitId where it was raised
 * @param ownerId the unit that has to answer, or had to last
 * @param subject the code of the subject area
 */
public record VoicePlace(UUID unitId, UUID ownerId, VoiceKind kind, String subject) {}
