package vn.sen.membership.approval;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.testing.ServiceClient;
import vn.sen.chassis.testing.Tokens;
import vn.sen.membership.MembershipService;

class ProposalsIT extends MembershipService {

  private static final String PROPOSALS = "/api/membership/proposals?status=OPEN";
  private static final String WOMEN =
      """
      {"definition":"WOMEN_PRESENT","count":1500,"asOf":"2023-12-31","source":"UBND xã"}\
      """;

  private String province;
  private String commune;
  private String branchCode;
  private ServiceClient officer;
  private ServiceClient approver;

  @BeforeEach
  void givenACommune() {
    province = province();
    commune = commune(province);
    branchCode = freshCode();
    unit(branchCode, "BRANCH", "BRANCH", commune);
    officer = client.as(Tokens.at(commune, Role.OFFICER));
    approver = client.as(Tokens.at(commune, Role.APPROVER));
  }

  private String women() {
    officer.post(UNITS + "/" + commune + "/women-counts", WOMEN, version(1)).expect(200);
    return UNITS + "/" + commune + "/women-counts/WOMEN_PRESENT/2023-12-31";
  }

  private String withdrawal() {
    var file =
        "unitCode,fullName,birthYear,joinedOn\n" + branchCode + ",Đỗ Thị Mơ,1980,2020-03-08\n";
    var path =
        IMPORTS
            + "/"
            + id(
                officer
                    .upload(
                        IMPORTS, "text/csv", file.getBytes(UTF_8), "Idempotency-Key", freshCode())
                    .expect(201));
    awaitState(path, "VALIDATED");
    officer.post(path + "/execution", "{}").expect(202);
    awaitState(path, "DONE");
    var wanted = Map.of("importId", path.substring(IMPORTS.length() + 1), "reason", "Nhầm tệp");
    return WITHDRAWALS + "/" + id(officer.post(WITHDRAWALS, json(wanted)).expect(201));
  }

  private void awaitState(String path, String state) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> officer.get(path).json().path("state").asString().equals(state));
  }

  private String redrawing() {
    var body =
        """
        {"resolution":"1200/NQ-UBTVQH15","effectiveOn":"2024-11-01",
         "units":[{"key":"a","code":"%s","name":"Phường A","level":"COMMUNE","kind":"WARD","parentId":"%s"}],
         "successions":[{"fromId":"%s","toKey":"a","extent":"FULL"}]}\
        """
            .formatted(freshCode(), province, commune);
    return REDRAWINGS + "/" + id(client.post(REDRAWINGS, body).expect(201));
  }

  private static List<String> paths(ServiceClient who) {
    return who.get(PROPOSALS).expect(200).json().path("items").findValuesAsString("path");
  }

  @Test
  void anApproverSeesWhatWaitsForHerOfWhateverKind() {
    // given
    var women = women();
    var withdrawal = withdrawal();
    // then
    assertThat(paths(approver)).containsExactlyInAnyOrder(women, withdrawal);
    // and decides it where the list says
    var open = approver.get(PROPOSALS).json().path("items");
    for (JsonNode proposal : open) {
      approver
          .post(
              proposal.path("path").asString() + "/approval",
              "",
              version(proposal.path("version").asLong()))
          .expect(200);
    }
    assertThat(paths(approver)).isEmpty();
  }

  @Test
  void whatReachesFurtherWaitsForSomebodyAbove() {
    // given
    var redrawing = redrawing();
    // then
    assertThat(paths(approver())).contains(redrawing);
    assertThat(paths(client.as(Tokens.at(commune(province()), Role.APPROVER))))
        .doesNotContain(redrawing);
  }

  @Test
  void herOwnAreMarked() {
    // given
    var both = client.as(Tokens.at(commune, Role.OFFICER, Role.APPROVER));
    both.post(UNITS + "/" + commune + "/women-counts", WOMEN, version(1)).expect(200);
    // then
    assertThat(both.get(PROPOSALS).json().at("/items/0/own").asBoolean()).isTrue();
    assertThat(approver.get(PROPOSALS).json().at("/items/0/own").asBoolean()).isFalse();
  }

  @Test
  void onlyOpenOnesAreListed() {
    approver
        .get("/api/membership/proposals?status=REJECTED")
        .expectProblem(400, "invalid-request")
        .expectField("?status");
  }
}
