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
    nominations(unit, person);
    plans(unit);
    programmes(unit);
    activities(unit);

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
                "GET " + PARTICIPANTS,
                "GET " + PROGRAMMES,
                "GET " + PROGRAMMES + "/{id}",
                "GET " + PROGRAMMES + "/{id}/units",
                "GET " + ACTIVITIES,
                "GET " + NOMINATIONS,
                "GET " + PLANS));

    // and what is put on record, is
    ApiWalk.of(client, "/api/training/openapi", Set.of("POST " + CHECKS)).leavesEntries(calls);
  }

  private static final Set<String> SHOW_NOBODY =
      Set.of(
          "GET " + THEMES,
          "GET " + THEMES + "/{id}",
          "GET " + COURSES,
          "GET " + COURSES + "/{id}",
          "GET " + CLASSES,
          "GET " + CLASSES + "/{id}",
          "GET " + PLANS,
          "GET " + PLANS + "/{id}",
          "GET " + PROGRAMMES,
          "GET " + PROGRAMMES + "/{id}",
          "GET " + PROGRAMMES + "/{id}/units",
          "GET " + PROGRAMMES + "/{id}/units/{unitId}",
          "GET " + ACTIVITIES,
          "GET " + ACTIVITIES + "/{id}");

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
    calls.put("GET /api/training/people/{id}", Call.get("/api/training/people/" + person));
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

  private void nominations(UUID unit, UUID person) {
    var body =
        Map.of(
            "personId",
            person,
            "courseId",
            course("THEORY", "ELEMENTARY"),
            "unitId",
            unit,
            "on",
            "2023-01-10");
    var path = NOMINATIONS + "/" + id(client.post(NOMINATIONS, json(body)).expect(201));
    call("POST " + NOMINATIONS, NOMINATIONS, json(body));
    calls.put("GET " + NOMINATIONS + "/{id}", Call.get(path));
    for (var step : List.of("sending", "acceptance", "refusal", "enrolment", "withdrawal")) {
      var reason = step.equals("refusal") ? ",\"reason\":\"OTHER\"" : "";
      call(
          "POST " + NOMINATIONS + "/{id}/" + step,
          path + "/" + step,
          "{\"on\":\"2023-02-01\"" + reason + "}",
          VERSION);
    }
  }

  private void plans(UUID unit) {
    var body = json(Map.of("unitId", unit, "year", 2023));
    var path = PLANS + "/" + id(client.post(PLANS, body).expect(201));
    call("POST " + PLANS, PLANS, body);
    call("POST " + PLANS + "/{id}/recount", path + "/recount", "", VERSION);
    calls.put("GET " + PLANS + "/{id}", Call.get(path));
    calls.put("GET " + PLANS + "/{id}/needs", Call.get(path + "/needs"));
  }

  private void programmes(UUID unit) {
    var days = Map.of("from", "2021-01-01", "source", "X");
    var body = Map.of("code", "X8", "name", "X", "days", days);
    var rule = Map.of("measure", "STATED", "stated", "AS_OF");
    var programme = id(client.post(PROGRAMMES, json(body)).expect(201));
    var path = PROGRAMMES + "/" + programme;
    var template = PROGRAMMES + "/{id}";
    call("POST " + PROGRAMMES, PROGRAMMES, json(body));
    call(
        "POST " + template + "/names",
        path + "/names",
        "{\"name\":\"X\",\"from\":\"2023-01-01\"}",
        VERSION);
    call("PUT " + template + "/days", path + "/days", json(days), VERSION);
    var version = Map.of("name", "X", "rule", rule, "from", "2021-01-01");
    var indicator = new HashMap<String, Object>(version);
    indicator.putAll(Map.of("code", "HOUSES", "unit", "nhà", "decimals", 0));
    call("POST " + template + "/indicators", path + "/indicators", json(indicator), VERSION);
    call(
        "POST " + template + "/indicators/{code}/versions",
        path + "/indicators/HOUSES/versions",
        json(version),
        VERSION);
    call(
        "POST " + template + "/indicators/{code}/retirement",
        path + "/indicators/HOUSES/retirement",
        "{\"on\":\"2024-01-01\"}",
        VERSION);
    goals(template + "/units/{unitId}", path + "/units/" + unit);
  }

  private void goals(String template, String path) {
    call(
        "PUT " + template + "/targets/{indicator}/{year}",
        path + "/targets/HOUSES/2023",
        "{\"value\":3,\"source\":\"X\",\"on\":\"2023-01-15\"}",
        VERSION);
    call(
        "POST " + template + "/targets/{indicator}/{year}/withdrawal",
        path + "/targets/HOUSES/2023/withdrawal",
        "",
        VERSION);
    call(
        "POST " + template + "/results",
        path + "/results",
        "{\"indicator\":\"HOUSES\",\"asOf\":\"2023-06-30\",\"value\":3,\"source\":\"X\"}",
        VERSION);
    for (var decision : List.of("approval", "rejection")) {
      call(
          "POST " + template + "/results/{indicator}/{asOf}/" + decision,
          path + "/results/HOUSES/2023-06-30/" + decision,
          "",
          VERSION);
    }
    calls.put("GET " + template, Call.get(path));
  }

  private void activities(UUID unit) {
    var path = ACTIVITIES + "/" + heldActivity(dialogue(unit));
    var template = ACTIVITIES + "/{id}";
    call("POST " + ACTIVITIES, ACTIVITIES, json(dialogue(unit)));
    calls.put("GET " + template, Call.get(path));
    calls.put("GET " + template + "/participants", Call.get(path + "/participants"));
    call("PUT " + template + "/plan", path + "/plan", json(dialogue(unit)), version(2));
    call(
        "PUT " + template + "/participants",
        path + "/participants",
        "{\"members\":[],\"others\":[],\"traits\":[]}",
        version(2));
    call("PUT " + template + "/report", path + "/report", json(report(unit)), version(2));
    call(
        "POST " + template + "/recommendations/{number}/completion",
        path + "/recommendations/1/completion",
        "{\"on\":\"2023-06-01\"}",
        version(2));
    Map.<String, Map<String, ?>>of(
            "holding", Map.of("from", "2023-05-10", "to", "2023-05-10"),
            "cancellation", Map.of("reason", "OTHER"),
            "assignment", Map.of("successorId", UUID.randomUUID()))
        .forEach(
            (command, body) ->
                call(
                    "POST " + template + "/" + command,
                    path + "/" + command,
                    json(body),
                    version(2)));
  }

  private void call(String operation, String path, String body, String... headers) {
    calls.put(operation, Call.json(path, body, headers));
  }
}
