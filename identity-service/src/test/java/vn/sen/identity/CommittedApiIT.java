package vn.sen.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.testing.ApiWalk;
import vn.sen.chassis.testing.ApiWalk.Call;
import vn.sen.chassis.testing.CommittedApi;

class CommittedApiIT extends IdentityService {

  private static final String OPENAPI = "/api/identity/openapi";

  @Test
  void theApiIsAsCommitted() {
    CommittedApi.verify("identity", client.get(OPENAPI).expect(200).body());
  }

  @Test
  void nobodyGetsInWithoutTokenOrRole() {
    var stranger = freshName();
    register(stranger, List.of(officerAt(UUID.randomUUID())));
    ApiWalk.of(client, OPENAPI).nobodyWithoutAToken();
    var token = localToken("user", stranger);
    client.as(token).get(PEOPLE).expectProblem(403, "role-missing");
    client.as(token).get(CLIENTS).expectProblem(403, "role-missing");
  }

  @Test
  void administratorsStayWithinTheirUnit() {
    // given
    var administrator = freshName();
    var here = UUID.randomUUID();
    register(
        administrator,
        List.of(Map.of("unitId", here, "roles", List.of("ADMINISTRATOR"), "from", "2020-01-01")));
    var elsewhere = officerAt(UUID.randomUUID());
    var person = PEOPLE + "/" + register(freshName(), List.of(elsewhere));
    var appointment = client.get(person).json().at("/appointments/0/id").asString();
    var machine =
        CLIENTS
            + "/"
            + client
                .post(
                    CLIENTS,
                    json(
                        Map.of(
                            "clientId",
                            "d-" + UUID.randomUUID().toString().substring(0, 8),
                            "kind",
                            "DASHBOARD")))
                .expect(201)
                .json()
                .path("id")
                .asString();
    var each = PEOPLE + "/{id}";
    // then
    ApiWalk.of(client, OPENAPI)
        .nobodyOutOfScope(
            localToken("user", administrator),
            Map.ofEntries(
                Map.entry(
                    "POST " + PEOPLE,
                    Call.json(
                        PEOPLE,
                        json(Map.of("name", freshName(), "appointments", List.of(elsewhere))))),
                Map.entry("GET " + each, Call.get(person)),
                Map.entry("GET " + each + "/history", Call.get(person + "/history")),
                Map.entry(
                    "POST " + each + "/appointments",
                    command(person + "/appointments", json(elsewhere))),
                Map.entry(
                    "POST " + each + "/appointments/{appointment}/end",
                    command(
                        person + "/appointments/" + appointment + "/end",
                        "{\"lastDay\":\"2024-01-01\"}")),
                Map.entry(
                    "POST " + each + "/first-password", command(person + "/first-password", "")),
                Map.entry("POST " + each + "/lock", command(person + "/lock", "")),
                Map.entry("POST " + each + "/unlock", command(person + "/unlock", "")),
                Map.entry("POST " + each + "/sign-out", command(person + "/sign-out", "")),
                Map.entry(
                    "POST " + CLIENTS,
                    Call.json(CLIENTS, "{\"clientId\":\"another\",\"kind\":\"DASHBOARD\"}")),
                Map.entry("GET " + CLIENTS, Call.get(CLIENTS)),
                Map.entry("GET " + CLIENTS + "/{id}", Call.get(machine)),
                Map.entry(
                    "POST " + CLIENTS + "/{id}/keys",
                    command(machine + "/keys", "{\"jwkSetUrl\":\"https://b.example/jwks\"}")),
                Map.entry("POST " + CLIENTS + "/{id}/revoke", command(machine + "/revoke", ""))),
            Set.of("GET " + PEOPLE));
  }

  private static Call command(String path, String body) {
    return Call.json(path, body, "If-Match", "\"2\"");
  }
}
