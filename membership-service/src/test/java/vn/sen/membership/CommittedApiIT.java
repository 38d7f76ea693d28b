package vn.sen.membership;

import org.junit.jupiter.api.Test;
import vn.sen.chassis.testing.CommittedApi;

class CommittedApiIT extends MembershipService {

  @Test
  void theApiIsAsCommitted() {
    CommittedApi.verify("membership", client.get("/api/membership/openapi").expect(200).body());
  }
}
