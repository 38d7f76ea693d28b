package vn.sen.identity;

import org.junit.jupiter.api.Test;
import vn.sen.chassis.testing.ApiWalk;
import vn.sen.chassis.testing.CommittedApi;

class CommittedApiIT extends IdentityService {

  @Test
  void theApiIsAsCommitted() {
    CommittedApi.verify("identity", client.get("/api/identity/openapi").expect(200).body());
  }

  @Test
  void nothingAnswersWithoutAToken() {
    ApiWalk.of(client, "/api/identity/openapi").nobodyWithoutAToken();
  }
}
