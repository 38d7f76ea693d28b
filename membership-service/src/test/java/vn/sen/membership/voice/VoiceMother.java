package vn.sen.membership.voice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.sen.events.membership.VoiceKind;
import vn.sen.events.membership.VoiceRaisedBy;
import vn.sen.membership.orgunit.UnitsMother;

/** Voices as commands would have made them. */
final class VoiceMother {

  static final LocalDate TODAY = LocalDate.of(2026, 3, 8);
  static final LocalDate RAISED = LocalDate.of(2023, 10, 2);

  /** Ten days for a petition, fifteen from 2024 on; thirty for a need. */
  static final VoiceTerms TERMS =
      new VoiceTerms(
          List.of(
              new VoiceTerms.Deadline(VoiceKind.PETITION, LocalDate.of(2020, 1, 1), 10, "thử"),
              new VoiceTerms.Deadline(VoiceKind.PETITION, LocalDate.of(2024, 1, 1), 15, "thử"),
              new VoiceTerms.Deadline(VoiceKind.NEED, LocalDate.of(2020, 1, 1), 30, "thử")),
          List.of(
              new VoiceTerms.Subject("LAND", "Đất đai"),
              new VoiceTerms.Subject("FAMILY", "Gia đình")));

  private VoiceMother() {}

  static Voice.Matter matter(UUID unit) {
    return new Voice.Matter(
        unit, VoiceRaisedBy.ANONYMOUS, null, VoiceKind.PETITION, "LAND", RAISED, "Xin nước sạch");
  }

  static Voice raised(UnitsMother map, UUID unit) {
    return Voice.raise(matter(unit), TERMS, map, TODAY).state();
  }
}
