package vn.sen.events.membership;

/** What a voice is. */
public enum VoiceKind {
  /** Something that is needed (tâm tư, nguyện vọng). */
  NEED,
  /** Something that is asked of an authority (kiến nghị). */
  PETITION
}
