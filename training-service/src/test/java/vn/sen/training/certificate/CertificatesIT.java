package vn.sen.training.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.sen.chassis.testing.PublishedRecords;
import vn.sen.chassis.testing.ServiceClient.Answer;
import vn.sen.events.Topic;
import vn.sen.events.membership.MemberEvent.MemberErased;
import vn.sen.training.TrainingService;

class CertificatesIT extends TrainingService {

  private static final String NAME = "Nguyễn Thị Mô Phỏng";

  private Answer issue(String classId, UUID person) {
    return issueOn(classId, person, "2023-03-20");
  }

  private Answer issueOn(String classId, UUID person, String day) {
    return client.post(
        CERTIFICATES,
        json(Map.of("classId", classId, "personId", person, "name", NAME, "on", day)));
  }

  private JsonNode shown(String id) {
    return client.get(CERTIFICATES + "/" + id).expect(200).json();
  }

  private Answer check(String code, String name) {
    return client.asNobody().post(CHECKS, json(Map.of("code", code, "name", name)));
  }

  @Test
  void anybody_can_check_it_and_learns_no_name_she_does_not_type() {
    // given
    var unit = commune();
    var hoa = member(unit);
    var classId = passedClass(course("GENDER"), unit, hoa);

    // when
    var id = id(issue(classId, hoa).expect(201));

    // then
    var code = shown(id).path("code").asString();
    var answer = check(code.toLowerCase(), NAME).expect(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.json().path("status").asString()).isEqualTo("VALID");
    assertThat(answer.json().path("nameMatches").asBoolean()).isTrue();
    assertThat(answer.json().at("/paper/course").asString())
        .isEqualTo("Kỹ năng truyền thông bình đẳng giới");
    assertThat(answer.json().at("/paper/issuedOn").asString()).isEqualTo("2023-03-20");
    assertThat(answer.body()).doesNotContain("Mô Phỏng").doesNotContain(hoa.toString());
    assertThat(check(code, "Lê Thị Khác").json().path("nameMatches").asBoolean()).isFalse();
    client
        .asNobody()
        .post(CHECKS, json(Map.of("code", "0000-0000-0000-0000")))
        .expectProblem(404, "no-such-certificate");

    // and on the wire there is neither name nor code
    var event = PublishedRecords.of(Topic.CERTIFICATES, id, 1).getFirst();
    assertThat(new String(event.value(), UTF_8))
        .isEqualTo(
            """
            {"classId":"%s","personId":"%s","unitId":"%s","on":"2023-03-20"}\
            """
                .formatted(classId, hoa, unit));
  }

  @Test
  void is_printed_and_listed_for_its_class() {
    // given
    var unit = commune();
    var hoa = member(unit);
    var classId = passedClass(course("GENDER"), unit, hoa);
    var id = id(issue(classId, hoa).expect(201));

    // then
    var paper = client.get(CERTIFICATES + "/" + id + "/paper.pdf").expect(200);
    assertThat(paper.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(paper.body()).startsWith("%PDF-");
    assertThat(
            client
                .get(CERTIFICATES + "?classId=" + classId)
                .expect(200)
                .json()
                .path("items")
                .valueStream())
        .extracting(item -> item.path("id").asString())
        .containsExactly(id);
    // and stands in her own record beside the class
    var record = client.get("/api/training/people/" + hoa).expect(200);
    assertThat(record.json().at("/classes/0/classId").asString()).isEqualTo(classId);
    assertThat(record.json().at("/classes/0/present").toString()).isEqualTo("[1]");
    assertThat(record.json().at("/certificates/0/id").asString()).isEqualTo(id);
    assertThat(record.json().at("/certificates/0/valid").asBoolean()).isTrue();
    assertThat(record.body()).doesNotContain("Mô Phỏng");
  }

  @Test
  void is_for_who_passed_a_class_that_is_closed_and_only_one() {
    // given
    var unit = commune();
    var hoa = member(unit);
    var course = course("GENDER");
    var open = openClass(course, unit, hoa);
    var closed = passedClass(course, unit, hoa);

    // then
    issue(open, hoa).expectProblem(409, "class-not-closed");
    issue(closed, UUID.randomUUID()).expectProblem(422, "not-passed");
    client
        .post(CERTIFICATES, json(Map.of("classId", closed, "personId", hoa, "on", "2023-03-20")))
        .expectProblem(422, "name-needed");
    client
        .post(
            CERTIFICATES,
            json(Map.of("classId", closed, "personId", hoa, "name", NAME, "on", "2023-03-19")))
        .expectProblem(422, "issued-before-closing");
    issue(closed, hoa).expect(201);
    issue(closed, hoa).expectProblem(409, "natural-key-taken").expectField("/personId");
  }

  @Test
  void a_misprint_is_revoked_and_replaced() {
    // given
    var unit = commune();
    var hoa = member(unit);
    var classId = passedClass(course("GENDER"), unit, hoa);
    var id = id(issue(classId, hoa).expect(201));
    var code = shown(id).path("code").asString();

    // when
    client
        .post(
            CERTIFICATES + "/" + id + "/revocation",
            json(Map.of("reason", "MISPRINTED")),
            version(1))
        .expect(200);

    // then
    var answer = check(code, NAME).expect(200).json();
    assertThat(answer.path("status").asString()).isEqualTo("REVOKED");
    assertThat(answer.path("revokedFor").asString()).isEqualTo("MISPRINTED");
    client.get(CERTIFICATES + "/" + id + "/paper.pdf").expectProblem(409, "not-valid-any-more");
    issue(classId, hoa).expect(201);
  }

  @Test
  void a_corrected_result_makes_it_invalid() {
    // given
    var unit = commune();
    var hoa = member(unit);
    var classId = passedClass(course("GENDER"), unit, hoa);
    var id = id(issue(classId, hoa).expect(201));

    // when
    command(
            classId,
            "results",
            Map.of("results", List.of(Map.of("personId", hoa, "passed", false))))
        .expect(200);

    // then
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> shown(id).path("revokedFor").asString("").equals("NOT_PASSED"));
  }

  @Test
  void of_an_erased_person_it_shows_nobody_and_her_turns_still_count() {
    // given
    var unit = commune();
    var hoa = member(unit);
    var classId = passedClass(course("GENDER"), unit, hoa);
    var id = id(issue(classId, hoa).expect(201));
    var code = shown(id).path("code").asString();

    // when
    var erased = new MemberErased(LocalDate.of(2024, 2, 1));
    publish(Topic.MEMBERS, hoa, 2, erased);
    publish(Topic.MEMBERS, hoa, 2, erased);

    // then
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> shown(id).path("status").asString().equals("ERASED"));
    assertThat(shown(id).has("name")).isFalse();
    var answer = check(code, NAME).expect(200);
    assertThat(answer.body()).isEqualTo("{\"status\":\"ERASED\"}");
    assertThat(client.get(CLASSES + "/" + classId).json().path("attended").asInt()).isEqualTo(1);
    // and none is issued to her anew
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                issueOn(classId, hoa, "2023-03-19")
                    .expectProblem(409, "holder-erased")
                    .expectField("/personId"));
    issue(classId, hoa).expectProblem(409, "holder-erased");
  }

  @Test
  void of_a_participant_whom_only_training_knows_bears_the_name_of_the_record_until_it_is_erased() {
    // given
    var unit = commune();
    var head =
        UUID.fromString(
            id(
                client
                    .post(
                        PARTICIPANTS,
                        json(
                            Map.of(
                                "name", "Y Mô Phỏng Niê",
                                "unitId", unit,
                                "category", "VILLAGE_HEAD")))
                    .expect(201)));
    var classId = passedClass(course("GENDER"), unit, head);
    var body = Map.of("classId", classId, "personId", head, "on", "2023-03-20");
    var id = id(client.post(CERTIFICATES, json(body)).expect(201));
    assertThat(shown(id).path("name").asString()).isEqualTo("Y Mô Phỏng Niê");

    // when
    client.post(PARTICIPANTS + "/" + head + "/erasure", "", version(1)).expect(200);

    // then
    assertThat(client.get(PARTICIPANTS + "/" + head).expect(200).json().has("name")).isFalse();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> shown(id).path("status").asString().equals("ERASED"));
    client
        .post(PARTICIPANTS + "/" + head + "/correction", json(Map.of("name", "Ai")), version(2))
        .expectProblem(410, "participant-is-erased");
  }
}
