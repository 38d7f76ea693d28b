package vn.sen.events.membership;

/** Who raised a voice. Which member it was, only the membership service knows. */
public enum VoiceRaisedBy {
  MEMBER,
  /** An officer, on behalf of women of her unit. */
  OFFICER,
  /** Nobody knows who. */
  ANONYMOUS
}
