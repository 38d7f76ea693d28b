package vn.sen.membership;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServiceIT extends MembershipService {

  @Test
  void isHealthyAndMeasured() {
    assertThat(client.get("/actuator/health/readiness").expect(200).body()).contains("UP");
    assertThat(client.get("/actuator/health/liveness").expect(200).body()).contains("UP");
    assertThat(client.get("/actuator/prometheus").expect(200).body()).contains("outbox");
  }

  @Test
  void answersWhatItDoesNotHaveWithProblemDetails() {
    client.get("/api/membership/nothing").expectProblem(404, "no-such-resource");
    client.put(MEMBERS, "{}").expectProblem(405, "method-not-allowed");
  }
}
