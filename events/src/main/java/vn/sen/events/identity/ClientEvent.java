package vn.sen.events.identity;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.EventName;

/** What happens to one machine client. */
public sealed interface ClientEvent extends AccessEvent
    permits ClientEvent.ClientRegistered,
        ClientEvent.ClientKeysMoved,
        ClientEvent.ClientShutOut,
        AccessRevoked {

  /**
   * A machine may ask for tokens.
   *
   * @param clientId what it calls itself
   * @param bankId the one bank it stands for, null for a dashboard
   * @param unitId the unit whose figures a dashboard reads, null for a bank and for the whole Union
   */
  @EventName("identity.client.registered.v1")
  record ClientRegistered(
      String clientId, ClientKind kind, @Nullable UUID bankId, @Nullable UUID unitId, LocalDate on)
      implements ClientEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** Its public keys are published elsewhere from now on. */
  @EventName("identity.client.keys-moved.v1")
  record ClientKeysMoved(LocalDate on) implements ClientEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** It gets no tokens any more. */
  @EventName("identity.client.shut-out.v1")
  record ClientShutOut(LocalDate on) implements ClientEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }
}
