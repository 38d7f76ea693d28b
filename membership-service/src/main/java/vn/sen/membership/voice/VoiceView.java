package vn.sen.membership.voice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.VoiceKind;
import vn.sen.events.membership.VoiceRaisedBy;

/**
 * A voice as its readers see it.
 *
 * @param unitId where it was raised
 * @param ownerId the unit that has to answer, or had to last
 * @param memberId who raised it, where a member did; null also for who only audits, and where it
 *     was erased
 * @param subject the code of the subject area
 * @param text what it says; null for who only audits, and where it was erased
 * @param rounds how often it was to be answered; without texts for who only audits
 * @param withdrawnOn the day it was withdrawn, or null
 * @param similar voices that are like it, of those that the reader may see
 */
record VoiceView(
    UUID id,
    long version,
    Voice.VoiceState state,
    UUID unitId,
    UUID ownerId,
    VoiceRaisedBy by,
    @Nullable UUID memberId,
    VoiceKind kind,
    String subject,
    LocalDate raisedOn,
    @Nullable String text,
    List<Round> rounds,
    @Nullable LocalDate withdrawnOn,
    List<UUID> similar) {

  static VoiceView of(UUID id, long version, Voice voice, List<UUID> similar) {
    var matter = voice.matter();
    return new VoiceView(
        id,
        version,
        voice.state(),
        matter.unitId(),
        voice.owner(),
        matter.by(),
        voice.isErased() ? null : matter.memberId(),
        matter.kind(),
        matter.subject(),
        matter.raisedOn(),
        matter.text(),
        voice.rounds(),
        voice instanceof Voice.Withdrawn withdrawn ? withdrawn.on() : null,
        similar);
  }

  /** The same without who raised it and without a word of what was said. */
  VoiceView masked() {
    return new VoiceView(
        id,
        version,
        state,
        unitId,
        ownerId,
        by,
        null,
        kind,
        subject,
        raisedOn,
        null,
        rounds.stream().map(Round::wordless).toList(),
        withdrawnOn,
        similar);
  }
}
