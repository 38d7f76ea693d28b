package vn.sen.training.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.testing.ServiceClient.Answer;
import vn.sen.training.TrainingService;

class NominationsIT extends TrainingService {

  private Answer nominate(UUID person, String course, UUID unit) {
    var body = Map.of("personId", person, "courseId", course, "unitId", unit, "on", "2023-01-10");
    return client.post(NOMINATIONS, json(body));
  }

  private void step(String id, long version, String step, Map<String, ?> body) {
    client.post(NOMINATIONS + "/" + id + "/" + step, json(body), version(version)).expect(200);
  }

  @Test
  void leads_from_the_unit_through_the_committee_to_the_class() {
    // given
    var unit = commune();
    var hoa = member(unit);
    var course = course("THEORY", "INTERMEDIATE");
    await().atMost(Duration.ofSeconds(20)).until(() -> nominate(hoa, course, unit).status() != 422);
    var listed =
        client.get(NOMINATIONS + "?unitId=" + unit).expect(200).json().path("items").path(0);
    var id = listed.path("id").asString();

    // when
    step(id, 1, "sending", Map.of("document", "12-CV/BTV", "on", "2023-01-20"));
    step(id, 2, "acceptance", Map.of("document", "7-CV/HU", "on", "2023-02-15"));
    var classId = openClass(course, unit, hoa);

    // then
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                client
                    .get(NOMINATIONS + "/" + id)
                    .json()
                    .path("classId")
                    .asString("")
                    .equals(classId));
    assertThat(client.get(NOMINATIONS + "?status=ENROLLED&unitId=" + unit).json().path("items"))
        .hasSize(1);
  }

  @Test
  void one_is_pending_for_a_person_and_course_and_only_where_the_committee_decides() {
    // given
    var unit = commune();
    var hoa = member(unit);
    var course = course("THEORY", "ELEMENTARY");
    await().atMost(Duration.ofSeconds(20)).until(() -> nominate(hoa, course, unit).status() != 422);

    // then
    nominate(hoa, course, unit).expectProblem(409, "natural-key-taken").expectField("/personId");
    nominate(hoa, course("GENDER"), unit).expectProblem(422, "no-nomination-needed");
    nominate(UUID.randomUUID(), course, unit).expectProblem(422, "nominee-unknown");
    nominate(hoa, UUID.randomUUID().toString(), unit).expectProblem(422, "course-not-there");
    var late = new HashMap<String, Object>();
    late.putAll(Map.of("personId", hoa, "courseId", course, "unitId", unit, "on", "2199-01-01"));
    client.post(NOMINATIONS, json(late)).expectProblem(422, "step-in-future");
  }
}
