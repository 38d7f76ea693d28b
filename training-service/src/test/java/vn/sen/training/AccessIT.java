package vn.sen.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.testing.ApiWalk;
import vn.sen.chassis.testing.ApiWalk.Call;
import vn.sen.chassis.testing.Tokens;

/** Who may do what: every operation of the service's description is tried by those who may not. */
class AccessIT extends TrainingService {

  private static final String[] VERSION = {"If-Match", "\"1\""};

  private final Map<String, Call> calls = new HashMap<>();

  @Test
  void nobodyReachesWhatBelongsToAnotherUnit() {
    // given a class of a commune, who passed it, and her certificate
    var unit = commune();
    var person = participant(unit);
    var course = course("GENDER");
    var classId = passedClass(course, unit, person);
    var certificate = id(client.post(CERTIFICATES, json(certificate(classId, person))).expect(201));

    // and how each operation is called for it
    theUnionsOwn(course);
    classes(classId, course, unit, person);
    people(unit, person);
    certificates(certificate, classId, person);

    // then
    ApiWalk.of(client, "/api/training/openapi", Set.of("POST " + CHECKS))
        .nobodyWithoutAToken()
        .nobodyWithoutTheRole()
        .nobodyOffTheRecord(SHOW_NOBODY)
        .nobodyOutOfScope(
            Tokens.at(commune().toString(), Role.values()),
            calls,
            Set.of(
                "GET " + THEMES,
                "GET " + THEMES + "/{id}",
                "GET " + COURSES,
                "GET " + COURSES + "/{id}",
                // lists show what the reader may see, and nothing else: see each one's own test
                "GET " + CLASSES,
                "GET " + PARTICIPANTS));
  }

  private static final Set<String> SHOW_NOBODY =
      Set.of(
          "GET " + THEMES,
          "GET " + THEMES + "/{id}",
          "GET " + COURSES,
          "GET " + COURSES + "/{id}",
          "GET " + CLASSES,
          "GET " + CLASSES + "/{id}");

  private UUID participant(UUID unit) {
    var body = Map.of("name", "Ông Mô Phỏng", "unitId", unit, "category", "RESPECTED_PERSON");
    return UUID.fromString(id(client.post(PARTICIPANTS, json(body)).expect(201)));
  }

  private static Map<String, Object> certificate(String classId, UUID person) {
    return Map.of("classId", classId, "personId", person, "on", "2023-03-20");
  }

  private void theUnionsOwn(String course) {
    call("POST " + THEMES, THEMES, "{\"code\":\"X1\",\"name\":\"X\",\"from\":\"2023-06-01\"}");
    call(
        "POST " + THEMES + "/{id}/retirement",
        THEMES + "/" + UUID.randomUUID() + "/retirement",
        "{\"on\":\"2024-01-01\"}",
        VERSION);
    var edition =
        Map.of("name", "X", "hours", 8, "audience", "X", "level", "UPDATE", "from", "2023-01-01");
    call(
        "POST " + COURSES,
        COURSES,
        json(Map.of("code", "X2", "themeId", UUID.randomUUID(), "first", edition)));
    var path = COURSES + "/" + course;
    call("POST " + COURSES + "/{id}/editions", path + "/editions", json(edition), VERSION);
    call(
        "POST " + COURSES + "/{id}/retirement",
        path + "/retirement",
        "{\"on\":\"2024-01-01\"}",
        VERSION);
  }

  private void classes(String classId, String course, UUID unit, UUID person) {
    var path = CLASSES + "/" + classId;
    var stored = client.get(path).json().path("version").asLong();
    call(
        "POST " + CLASSES,
        CLASSES,
        json(Map.of("courseId", course, "unitId", unit, "plan", draft())));
    call("PUT " + CLASSES + "/{id}/plan", path + "/plan", json(draft()), version(stored));
    calls.put("GET " + CLASSES + "/{id}", Call.get(path));
    calls.put("GET " + CLASSES + "/{id}/participants", Call.get(path + "/participants"));
    Map.<String, Map<String, ?>>of(
            "places", Map.of("unitId", unit, "places", 3),
            "participants", Map.of("participants", List.of(person)),
            "removals", Map.of("personId", person),
            "attendance", attendance(1, person),
            "results", passed(person),
            "closing", Map.of("on", "2023-03-20"),
            "cancellation", Map.of("reason", "OTHER"),
            "assignment", Map.of("successorId", UUID.randomUUID()),
            "opening", Map.of(),
            "holding", Map.of())
        .forEach(
            (command, body) ->
                call(
                    "POST " + CLASSES + "/{id}/" + command,
                    path + "/" + command,
                    json(body),
                    version(stored)));
  }

  private void people(UUID unit, UUID person) {
    var path = PARTICIPANTS + "/" + person;
    call(
        "POST " + PARTICIPANTS,
        PARTICIPANTS,
        json(Map.of("name", "Bà Mô Phỏng", "unitId", unit, "category", "OTHER")));
    calls.put("GET " + PARTICIPANTS + "/{id}", Call.get(path));
    call(
        "POST " + PARTICIPANTS + "/{id}/correction",
        path + "/correction",
        "{\"name\":\"X\"}",
        VERSION);
    call("POST " + PARTICIPANTS + "/{id}/erasure", path + "/erasure", "", VERSION);
    calls.put(
        "GET /api/training/people/{id}/competencies",
        Call.get("/api/training/people/" + person + "/competencies"));
  }

  private void certificates(String certificate, String classId, UUID person) {
    var path = CERTIFICATES + "/" + certificate;
    call("POST " + CERTIFICATES, CERTIFICATES, json(certificate(classId, person)));
    calls.put("GET " + CERTIFICATES, Call.get(CERTIFICATES + "?classId=" + classId));
    calls.put("GET " + CERTIFICATES + "/{id}", Call.get(path));
    calls.put("GET " + CERTIFICATES + "/{id}/paper.pdf", Call.get(path + "/paper.pdf"));
    call(
        "POST " + CERTIFICATES + "/{id}/revocation",
        path + "/revocation",
        "{\"reason\":\"OTHER\"}",
        VERSION);
  }

  private void call(String operation, String path, String body, String... headers) {
    calls.put(operation, Call.json(path, body, headers));
  }
}
