package vn.sen.events.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.EventName;

/**
 * Tokens given out before are refused at once: those of a person, of one of her sign-in sessions,
 * or of a machine client. Exactly one of the three is named.
 *
 * @param subject the person, or null
 * @param sid the sign-in session, or null
 * @param clientId the machine client, or null
 * @param before tokens issued at this instant or earlier are refused
 */
@EventName("identity.access.revoked.v1")
public record AccessRevoked(
    @Nullable UUID subject, @Nullable UUID sid, @Nullable String clientId, Instant before)
    implements PersonEvent, ClientEvent, SessionEvent {

  private static final ZoneId BUSINESS_ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /** All access of a person ends. */
  public static AccessRevoked ofPerson(UUID subject, Instant before) {
    return new AccessRevoked(subject, null, null, before);
  }

  /** One sign-in session ends. */
  public static AccessRevoked ofSession(UUID sid, Instant before) {
    return new AccessRevoked(null, sid, null, before);
  }

  /** A machine client is shut out. */
  public static AccessRevoked ofClient(String clientId, Instant before) {
    return new AccessRevoked(null, null, clientId, before);
  }

  @Override
  public LocalDate effectiveDate() {
    return before.atZone(BUSINESS_ZONE).toLocalDate();
  }
}
