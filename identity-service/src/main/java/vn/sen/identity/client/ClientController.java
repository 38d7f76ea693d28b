package vn.sen.identity.client;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandAnswers.Done;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.Page;
import vn.sen.events.identity.ClientKind;
import vn.sen.identity.person.Administration;

/** Machine clients: banks, and dashboards. */
@RestController
@RequestMapping(ClientController.PATH)
class ClientController {

  static final String PATH = "/api/identity/clients";

  private static final String URL = "https?://[\\x21-\\x7e]+";

  private final Clients clients;
  private final Administration administration;
  private final boolean local;

  ClientController(
      Clients clients, Administration administration, @Value("${sen.local:false}") boolean local) {
    this.clients = clients;
    this.administration = administration;
    this.local = local;
  }

  /**
   * @param clientId what it will call itself
   * @param bankId a bank client's one bank
   * @param unitId the unit whose figures a dashboard reads, left out for the whole Union
   * @param jwkSetUrl where it publishes the public keys it signs with (RS256); keys are rotated
   *     there
   */
  record NewClient(
      @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{2,59}") String clientId,
      @NotNull ClientKind kind,
      @Nullable UUID bankId,
      @Nullable UUID unitId,
      @Nullable @Size(max = 500) @Pattern(regexp = URL) String jwkSetUrl) {}

  record NewKeys(@NotNull @Size(max = 500) @Pattern(regexp = URL) String jwkSetUrl) {}

  record ClientView(
      UUID id,
      long version,
      String clientId,
      ClientKind kind,
      @Nullable UUID bankId,
      @Nullable UUID unitId,
      @Nullable String jwkSetUrl,
      boolean shutOut) {

    static ClientView of(Stored<Client> stored) {
      var client = stored.state();
      return new ClientView(
          stored.id(),
          stored.version(),
          client.clientId(),
          client.kind(),
          client.bankId(),
          client.unitId(),
          client.jwkSetUrl(),
          client.shutOut());
    }
  }

  @Needs(Role.ADMINISTRATOR)
  @PostMapping
  ResponseEntity<Done> register(@Valid @RequestBody NewClient body, CommandContext by) {
    administration.requireOverTheUnion(by.sender());
    requireHttps(body.jwkSetUrl());
    var registration =
        new Client.Registration(
            body.clientId(), body.kind(), body.bankId(), body.unitId(), body.jwkSetUrl());
    return CommandAnswers.created(clients.register(by, registration), PATH);
  }

  /** The client's keys are published elsewhere from now on. */
  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{id}/keys")
  ResponseEntity<Done> moveKeys(
      @PathVariable UUID id, @Valid @RequestBody NewKeys body, CommandContext by) {
    administration.requireOverTheUnion(by.sender());
    requireHttps(body.jwkSetUrl());
    return CommandAnswers.changed(clients.moveKeys(id, by, body.jwkSetUrl()));
  }

  /** Shuts the client out for good: no more tokens, and those it has are refused at once. */
  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{id}/revoke")
  ResponseEntity<Done> revoke(@PathVariable UUID id, CommandContext by) {
    administration.requireOverTheUnion(by.sender());
    return CommandAnswers.changed(clients.shutOut(id, by));
  }

  @Needs(Role.ADMINISTRATOR)
  @GetMapping("/{id}")
  ResponseEntity<ClientView> get(@PathVariable UUID id, Caller caller) {
    administration.requireOverTheUnion(caller);
    var stored = clients.get(id);
    return ResponseEntity.ok().eTag(Long.toString(stored.version())).body(ClientView.of(stored));
  }

  /** All clients, by name. */
  @Needs(Role.ADMINISTRATOR)
  @GetMapping
  ResponseEntity<Page<ClientView>> list(
      @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      Caller caller) {
    administration.requireOverTheUnion(caller);
    var behind = Cursor.parse(cursor, 1);
    var found = clients.behind(behind.isEmpty() ? "" : behind.getFirst(), limit + 1);
    List<ClientView> items = found.stream().limit(limit).map(ClientView::of).toList();
    return Page.of(items, found.size() > limit ? Cursor.of(items.getLast().clientId()) : null);
  }

  /** On one machine keys may be fetched in clear. */
  private void requireHttps(@Nullable String url) {
    if (url != null && !local && !url.startsWith("https://")) {
      throw new ClientRules.KeysNeedHttps();
    }
  }
}
