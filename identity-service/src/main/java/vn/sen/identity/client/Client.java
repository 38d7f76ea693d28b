package vn.sen.identity.client;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.BusinessZone;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.identity.AccessRevoked;
import vn.sen.events.identity.ClientEvent.ClientKeysMoved;
import vn.sen.events.identity.ClientEvent.ClientRegistered;
import vn.sen.events.identity.ClientEvent.ClientShutOut;
import vn.sen.events.identity.ClientKind;

/**
 * A machine that asks for tokens in its own name.
 *
 * @param clientId what it calls itself, unique
 * @param bankId the one bank it stands for, null for a dashboard
 * @param unitId the unit whose figures a dashboard reads, null for the whole Union
 * @param jwkSetUrl where it publishes its public keys; null while it has none, then it gets no
 *     tokens by itself
 * @param shutOut whether it gets tokens no more
 */
public record Client(
    String clientId,
    ClientKind kind,
    @Nullable UUID bankId,
    @Nullable UUID unitId,
    @Nullable String jwkSetUrl,
    boolean shutOut) {

  /** A machine to let in. */
  record Registration(
      String clientId,
      ClientKind kind,
      @Nullable UUID bankId,
      @Nullable UUID unitId,
      @Nullable String jwkSetUrl) {}

  static Decision<Client> register(Registration r, LocalDate today) {
    if (r.kind() == ClientKind.BANK && (r.bankId() == null || r.unitId() != null)) {
      throw new ClientRules.BankClientNamesItsBank();
    }
    if (r.kind() == ClientKind.DASHBOARD && r.bankId() != null) {
      throw new ClientRules.DashboardIsNoBank();
    }
    return Decision.of(
        new Client(r.clientId(), r.kind(), r.bankId(), r.unitId(), r.jwkSetUrl(), false),
        new ClientRegistered(r.clientId(), r.kind(), r.bankId(), r.unitId(), today));
  }

  /** Its keys are elsewhere from now on; tokens given out before stay good until they end. */
  Decision<Client> moveKeys(String url, LocalDate today) {
    requireLetIn();
    return url.equals(jwkSetUrl)
        ? Decision.nothing(this)
        : Decision.of(
            new Client(clientId, kind, bankId, unitId, url, false), new ClientKeysMoved(today));
  }

  /** It gets no tokens any more, and those it has are refused at once. */
  Decision<Client> shutOut(Instant now) {
    return shutOut
        ? Decision.nothing(this)
        : new Decision<>(
            new Client(clientId, kind, bankId, unitId, jwkSetUrl, true),
            List.of(
                new ClientShutOut(LocalDate.ofInstant(now, BusinessZone.ID)),
                AccessRevoked.ofClient(clientId, now)));
  }

  private void requireLetIn() {
    if (shutOut) {
      throw new ClientRules.ClientIsShutOut();
    }
  }
}
