package vn.sen.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.testing.ApiWalk;
import vn.sen.chassis.testing.ApiWalk.Call;
import vn.sen.chassis.testing.ServiceClient;
import vn.sen.chassis.testing.Tokens;

class AccessIT extends MembershipService {

  private static final String DATA_REQUESTS = "/api/membership/data-requests";
  private static final String OPENAPI = "/api/membership/openapi";

  /** What is public about the map, and lists that only show what is in reach. */
  private static final Set<String> FOR_EVERYBODY =
      Set.of(
          // its rows are checked one by one
          "POST /api/membership/member-imports",
          "GET /api/membership/org-units",
          "GET /api/membership/org-units/{id}",
          "GET /api/membership/import-withdrawals",
          "GET /api/membership/redrawings",
          "GET /api/membership/splits",
          "GET /api/membership/proposals",
          "GET /api/membership/data-requests",
          // titles are the whole Union's
          "GET /api/membership/titles",
          "GET /api/membership/titles/{id}",
          "GET /api/membership/titles/{id}/history",
          "GET /api/membership/posts",
          "GET /api/membership/gaps",
          "GET /api/membership/group-types",
          "GET /api/membership/group-types/{id}",
          "GET /api/membership/groups",
          "GET /api/membership/voices",
          "GET /api/membership/voices/subjects",
          "GET /api/membership/transfer-requests");

  /** The map, how far an import is, and who withdraws it; groups in numbers, and their types. */
  private static final Set<String> SHOWS_NOBODY =
      Set.of(
          "GET /api/membership/group-types",
          "GET /api/membership/group-types/{id}",
          "GET /api/membership/groups",
          "GET /api/membership/voices/subjects",
          "GET /api/membership/member-imports/{id}",
          "GET /api/membership/org-units",
          "GET /api/membership/org-units/{id}",
          "GET /api/membership/org-units/{id}/history",
          "GET /api/membership/proposals",
          "GET /api/membership/redrawings",
          "GET /api/membership/redrawings/{id}",
          "GET /api/membership/redrawings/{id}/history",
          "GET /api/membership/splits",
          "GET /api/membership/splits/{unitId}",
          "GET /api/membership/splits/{unitId}/branches",
          "GET /api/membership/splits/{unitId}/groups",
          "POST /api/membership/split-assignments/preview",
          "GET /api/membership/split-assignments/{id}",
          "POST /api/membership/redrawings",
          "POST /api/membership/redrawings/{id}/approval",
          "POST /api/membership/redrawings/{id}/rejection",
          "GET /api/membership/import-withdrawals",
          "GET /api/membership/import-withdrawals/{id}",
          "GET /api/membership/import-withdrawals/{id}/history",
          // its event is the entry
          "POST /api/membership/transfer-requests",
          "POST /api/membership/posts/{unitId}/{titleId}/terms",
          "GET /api/membership/titles",
          "GET /api/membership/titles/{id}",
          "GET /api/membership/titles/{id}/history");

  private String province;
  private String commune;
  private String branch;
  private String elsewhere;
  private String there;

  @BeforeEach
  void givenTwoCommunes() {
    province = province();
    commune = commune(province);
    branch = branch(commune);
    elsewhere = commune(province);
    there = commune(province);
  }

  private String person(String unit) {
    return json(
        Map.of(
            "unitId", unit, "fullName", "Lê Thị Hòa", "birthYear", 1980, "joinedOn", "2020-03-08"));
  }

  private String member(String unit) {
    return id(client.post(MEMBERS, person(unit)).expect(201));
  }

  private String household() {
    return id(
        client.post(HOUSEHOLDS, json(Map.of("unitId", branch, "headName", "Lê Hòa"))).expect(201));
  }

  private String imported() {
    return id(
        client
            .as(Tokens.at(commune, Role.OFFICER))
            .upload(IMPORTS, "text/csv", csv(branch).getBytes(), "Idempotency-Key", freshCode())
            .expect(201));
  }

  private String csv(String unit) {
    var code = client.get(UNITS + "/" + unit).json().path("code").asString();
    return "unitCode,fullName,birthYear,joinedOn\n" + code + ",Lê Thị Hòa,1980,2020-03-08\n";
  }

  @Test
  void nothingAnswersWithoutATokenOrWithoutTheRole() {
    ApiWalk.of(client, OPENAPI).nobodyWithoutAToken().nobodyWithoutTheRole();
  }

  @Test
  void nothingAnswersForAUnitOutOfScope() {
    ApiWalk.of(client, OPENAPI)
        .nobodyOutOfScope(Tokens.at(elsewhere, Role.values()), calls(), FOR_EVERYBODY);
  }

  @Test
  void noRecordOfAPersonIsShownOffTheRecord() {
    ApiWalk.of(client, OPENAPI).nobodyOffTheRecord(SHOWS_NOBODY);
  }

  @Test
  void whatIsPutOnRecordLeavesAnEntry() {
    var calls = calls();
    var imported = IMPORTS + "/" + imported();
    await().until(() -> client.get(imported).json().path("state").asString().equals("VALIDATED"));
    calls.put("POST " + IMPORTS + "/{id}/execution", Call.json(imported + "/execution", "{}"));
    calls.put(
        "POST " + IMPORTS,
        new Call(IMPORTS, "text/csv", csv(branch), "Idempotency-Key", freshCode()));

    ApiWalk.of(client, OPENAPI).leavesEntries(calls);
  }

  private void attendanceCalls(Map<String, Call> calls) {
    var lists = "/api/membership/attendance-lists";
    var upload = lists + "?session=1&classId=" + UUID.randomUUID() + "&unitId=" + commune;
    var file = "Họ và tên\nLê Thị Hòa\n";
    var list = lists + "/" + id(client.upload(upload, "text/csv", file.getBytes()).expect(201));
    calls.put("POST " + lists, new Call(upload, "text/csv", file));
    calls.put("GET " + lists + "/{id}", Call.get(list));
    calls.put(
        "POST " + lists + "/{id}/execution", Call.json(list + "/execution", "{}", version(1)));
  }

  private Map<String, Call> calls() {
    var calls = new HashMap<String, Call>();
    unitCalls(calls);
    memberCalls(calls);
    rightsCalls(calls);
    transferCalls(calls);
    cadreCalls(calls);
    groupCalls(calls);
    voiceCalls(calls);
    attendanceCalls(calls);
    var household = HOUSEHOLDS + "/" + household();
    calls.put(
        "POST " + HOUSEHOLDS,
        Call.json(HOUSEHOLDS, json(Map.of("unitId", branch, "headName", "Lê Hòa"))));
    calls.put("GET " + HOUSEHOLDS + "/{id}", Call.get(household));
    calls.put("GET " + HOUSEHOLDS + "/{id}/history", Call.get(household + "/history"));
    calls.put(
        "PUT " + HOUSEHOLDS + "/{id}",
        Call.json(household, json(Map.of("headName", "Lê An")), version(1)));
    calls.put(
        "POST " + HOUSEHOLDS + "/{id}/moves",
        Call.json(
            household + "/moves",
            json(Map.of("toUnitId", elsewhere, "on", "2024-01-01")),
            version(1)));
    var imported = IMPORTS + "/" + imported();
    calls.put("GET " + IMPORTS + "/{id}", Call.get(imported));
    calls.put("GET " + IMPORTS + "/{id}/errors", Call.get(imported + "/errors"));
    calls.put("POST " + IMPORTS + "/{id}/execution", Call.json(imported + "/execution", "{}"));
    withdrawalCalls(calls, imported);
    splitCalls(calls);
    return calls;
  }

  private void splitCalls(Map<String, Call> calls) {
    var old = commune(province);
    var split = divided(old, province);
    var path = "/api/membership/splits";
    for (var part : List.of("", "/branches", "/members", "/groups")) {
      calls.put("GET " + path + "/{unitId}" + part, Call.get(path + "/" + old + part));
    }
    var jobs = "/api/membership/split-assignments";
    var body =
        json(
            Map.of(
                "unitId",
                old,
                "successorId",
                split.one(),
                "rule",
                "MEMBERS",
                "of",
                List.of(UUID.randomUUID())));
    calls.put("POST " + jobs + "/preview", Call.json(jobs + "/preview", body));
    calls.put("POST " + jobs, Call.json(jobs, body));
    var job = jobs + "/" + id(client.post(jobs, body).expect(201));
    calls.put("GET " + jobs + "/{id}", Call.get(job));
    calls.put("GET " + jobs + "/{id}/results", Call.get(job + "/results"));
  }

  private void withdrawalCalls(Map<String, Call> calls, String imported) {
    awaitState(imported, "VALIDATED");
    client.post(imported + "/execution", "{}").expect(202);
    awaitState(imported, "DONE");
    var importId = imported.substring(imported.lastIndexOf('/') + 1);
    var body = json(Map.of("importId", importId, "reason", "Nhầm tệp"));
    var withdrawal = WITHDRAWALS + "/" + id(client.post(WITHDRAWALS, body).expect(201));
    calls.put("POST " + WITHDRAWALS, Call.json(WITHDRAWALS, body));
    calls.put("GET " + WITHDRAWALS + "/{id}", Call.get(withdrawal));
    calls.put("GET " + WITHDRAWALS + "/{id}/kept", Call.get(withdrawal + "/kept"));
    calls.put("GET " + WITHDRAWALS + "/{id}/history", Call.get(withdrawal + "/history"));
    for (var decision : List.of("approval", "rejection")) {
      calls.put(
          "POST " + WITHDRAWALS + "/{id}/" + decision,
          Call.json(withdrawal + "/" + decision, "", version(1)));
    }
  }

  private void awaitState(String imported, String state) {
    await().until(() -> client.get(imported).json().path("state").asString().equals(state));
  }

  private void unitCalls(Map<String, Call> calls) {
    var unit = UNITS + "/" + branch;
    var unitBody =
        json(
            Map.of(
                "code", freshCode(),
                "name", "Chi hội mới",
                "level", "BRANCH",
                "kind", "BRANCH",
                "parentId", commune,
                "validFrom", "2020-01-01"));
    calls.put("POST " + UNITS, Call.json(UNITS, unitBody));
    calls.put("GET " + UNITS + "/{id}/history", Call.get(unit + "/history"));
    calls.put(
        "POST " + UNITS + "/{id}/names",
        Call.json(unit + "/names", json(Map.of("name", "Mới", "from", "2024-01-01")), version(1)));
    calls.put(
        "POST " + UNITS + "/{id}/closure",
        Call.json(unit + "/closure", json(Map.of("on", "2024-01-01")), version(1)));
    calls.put(
        "POST " + UNITS + "/{id}/women-counts",
        Call.json(
            unit + "/women-counts",
            json(
                Map.of(
                    "definition", "ALL_WOMEN",
                    "count", 10,
                    "asOf", "2024-01-01",
                    "source", "Thống kê")),
            version(1)));
    calls.put(
        "POST " + UNITS + "/{id}/assignments",
        Call.json(
            unit + "/assignments",
            json(Map.of("redrawingId", UUID.randomUUID(), "successorId", elsewhere)),
            version(1)));
    calls.put(
        "POST " + UNITS + "/{id}/traits",
        Call.json(
            unit + "/traits",
            json(Map.of("trait", "RELIGIOUS_AREA", "from", "2020-01-01", "source", "1/QĐ")),
            version(1)));
    calls.put(
        "POST " + UNITS + "/{id}/traits/{trait}/{from}/withdrawal",
        Call.json(unit + "/traits/RELIGIOUS_AREA/2020-01-01/withdrawal", "", version(1)));
    var women = unit + "/women-counts/ALL_WOMEN/2024-01-01/";
    for (var decision : List.of("approval", "rejection")) {
      calls.put(
          "POST " + UNITS + "/{id}/women-counts/{definition}/{asOf}/" + decision,
          Call.json(women + decision, "", version(1)));
    }
    redrawingCalls(calls);
  }

  private void redrawingCalls(Map<String, Call> calls) {
    var closing =
        json(Map.of("resolution", "1", "effectiveOn", "2024-11-01", "closes", List.of(branch)));
    var redrawing = REDRAWINGS + "/" + id(client.post(REDRAWINGS, closing).expect(201));
    calls.put("POST " + REDRAWINGS, Call.json(REDRAWINGS, closing));
    calls.put("GET " + REDRAWINGS + "/{id}", Call.get(redrawing));
    calls.put("GET " + REDRAWINGS + "/{id}/history", Call.get(redrawing + "/history"));
    for (var decision : List.of("approval", "rejection")) {
      calls.put(
          "POST " + REDRAWINGS + "/{id}/" + decision,
          Call.json(redrawing + "/" + decision, "", version(1)));
    }
  }

  private void memberCalls(Map<String, Call> calls) {
    var member = MEMBERS + "/" + member(branch);
    var proposal =
        Map.of(
            "unitId",
            branch,
            "fullName",
            "Lê Thị An",
            "birthYear",
            1980,
            "proposedOn",
            "2024-03-08");
    var proposed = MEMBERS + "/" + id(client.post(MEMBERS + "/proposals", json(proposal)));
    calls.put("POST " + MEMBERS, Call.json(MEMBERS, person(branch)));
    calls.put("POST " + MEMBERS + "/proposals", Call.json(MEMBERS + "/proposals", json(proposal)));
    calls.put(
        "POST " + MEMBERS + "/searches",
        Call.json(MEMBERS + "/searches", json(Map.of("unitId", branch))));
    calls.put("GET " + MEMBERS + "/{id}", Call.get(member));
    calls.put("GET " + MEMBERS + "/{id}/history", Call.get(member + "/history"));
    command(calls, "POST", proposed, "approval", Map.of("approvedOn", "2024-03-09"));
    command(calls, "POST", proposed, "rejection", Map.of("on", "2024-03-09", "reason", "thiếu"));
    command(
        calls, "PUT", member, "particulars", Map.of("fullName", "Lê Thị An", "birthYear", 1980));
    command(calls, "PUT", member, "joining", Map.of("joinedOn", "2020-03-09"));
    command(calls, "PUT", member, "type", Map.of("memberType", "HONORARY", "on", "2024-01-01"));
    command(calls, "PUT", member, "household", Map.of("on", "2024-01-01"));
    command(calls, "POST", member, "transfers", Map.of("toUnitId", elsewhere, "on", "2024-01-01"));
    command(calls, "POST", member, "departures", Map.of("reason", "RESIGNED", "on", "2024-01-01"));
    command(calls, "POST", member, "readmissions", Map.of("unitId", elsewhere, "on", "2024-01-01"));
    command(
        calls,
        "POST",
        member,
        "assignments",
        Map.of("redrawingId", UUID.randomUUID(), "successorId", elsewhere));
  }

  private void transferCalls(Map<String, Call> calls) {
    var number = "0541800" + freshCode();
    var person =
        Map.of(
            "unitId",
            branch,
            "fullName",
            "Lê Thị An",
            "birthYear",
            1980,
            "identityNumber",
            number,
            "joinedOn",
            "2020-03-08");
    client.post(MEMBERS, json(person)).expect(201);
    var asked = json(Map.of("toUnitId", there, "on", "2024-01-01", "identityNumber", number));
    var request =
        REQUESTS
            + "/"
            + id(client.as(Tokens.at(there, Role.OFFICER)).post(REQUESTS, asked).expect(201));
    calls.put("POST " + REQUESTS, Call.json(REQUESTS, asked));
    calls.put("GET " + REQUESTS, Call.get(REQUESTS));
    calls.put("GET " + REQUESTS + "/{id}", Call.get(request));
    calls.put("GET " + REQUESTS + "/{id}/history", Call.get(request + "/history"));
    calls.put(
        "POST " + REQUESTS + "/{id}/confirmation",
        Call.json(request + "/confirmation", "{}", version(1)));
    calls.put(
        "POST " + REQUESTS + "/{id}/refusal",
        Call.json(request + "/refusal", json(Map.of("reason", "Còn ở")), version(1)));
  }

  private void cadreCalls(Map<String, Call> calls) {
    var titles = "/api/membership/titles";
    var title =
        Map.of(
            "code",
            "CT-" + freshCode(),
            "name",
            "Chủ tịch Hội",
            "seats",
            List.of(Map.of("level", "COMMUNE", "seats", 2)),
            "from",
            "2000-01-01");
    var titleId = id(client.post(titles, json(title)).expect(201));
    calls.put("POST " + titles, Call.json(titles, json(title)));
    var seats = Map.of("level", "COMMUNE", "seats", 3, "from", "2020-01-01");
    var standard = Map.of("level", "COMMUNE", "source", "12/HD", "from", "2020-01-01");
    var changes =
        Map.of(
            "names",
            Map.of("name", "Chủ tịch", "from", "2020-01-01"),
            "seats",
            seats,
            "standards",
            standard,
            "retirement",
            Map.of("on", "2025-01-01"));
    changes.forEach(
        (what, body) ->
            calls.put(
                "POST " + titles + "/{id}/" + what,
                Call.json(titles + "/" + titleId + "/" + what, json(body), version(1))));
    var member = member(branch);
    var posts = "/api/membership/posts/{unitId}/{titleId}";
    var post = "/api/membership/posts/" + commune + "/" + titleId;
    var appointment = json(Map.of("personId", member, "from", "2021-05-20"));
    var appointed = client.post(post + "/terms", appointment, version(0)).expect(200).json();
    var term = "/terms/" + appointed.path("termId").asString();
    calls.put("GET " + posts, Call.get(post));
    calls.put("GET " + posts + "/history", Call.get(post + "/history"));
    calls.put("POST " + posts + "/terms", Call.json(post + "/terms", appointment, version(1)));
    calls.put(
        "PUT " + posts + "/terms/{termId}",
        Call.json(post + term, json(Map.of("from", "2021-05-21")), version(1)));
    var ending = json(Map.of("on", "2023-01-01", "reason", "RESIGNED"));
    calls.put(
        "POST " + posts + "/terms/{termId}/ending",
        Call.json(post + term + "/ending", ending, version(1)));
    for (var decision : List.of("review", "withdrawal")) {
      calls.put(
          "POST " + posts + "/terms/{termId}/" + decision,
          Call.json(post + term + "/" + decision, "", version(1)));
    }
    for (var what : List.of("qualifications", "terms", "gaps")) {
      calls.put(
          "GET /api/membership/people/{id}/" + what,
          Call.get("/api/membership/people/" + member + "/" + what));
    }
    for (var what : List.of("theory-levels", "professional-levels")) {
      calls.put(
          "POST /api/membership/people/{id}/" + what,
          Call.json(
              "/api/membership/people/" + member + "/" + what,
              json(Map.of("level", "INTERMEDIATE", "from", "2020-01-01")),
              version(0)));
    }
  }

  private void groupCalls(Map<String, Call> calls) {
    var code = "T" + freshCode();
    var type = Map.of("code", code, "name", "Tổ truyền thông", "from", "2022-01-01");
    var typePath = GROUP_TYPES + "/" + id(client.post(GROUP_TYPES, json(type)).expect(201));
    var parameter = Map.of("key", "place", "name", "Nơi", "kind", "TEXT", "required", false);
    calls.put("POST " + GROUP_TYPES, Call.json(GROUP_TYPES, json(type)));
    call(
        calls,
        "POST",
        GROUP_TYPES,
        typePath,
        "/names",
        Map.of("name", "Mới", "from", "2024-01-01"));
    call(
        calls,
        "POST",
        GROUP_TYPES,
        typePath,
        "/parameters",
        Map.of("parameter", parameter, "from", "2024-01-01"));
    call(calls, "POST", GROUP_TYPES, typePath, "/retirement", Map.of("on", "2024-01-01"));
    calls.put(
        "POST " + GROUP_TYPES + "/{id}/parameters/{key}/retirement",
        Call.json(
            typePath + "/parameters/place/retirement", "{\"on\":\"2025-01-01\"}", version(1)));

    var team =
        Map.of("type", code, "name", "Tổ thôn 1", "unitId", branch, "foundedOn", "2023-03-08");
    var group = GROUPS + "/" + id(client.post(GROUPS, json(team)).expect(201));
    var somebody = UUID.randomUUID();
    calls.put("POST " + GROUPS, Call.json(GROUPS, json(team)));
    calls.put("GET " + GROUPS + "/{id}", Call.get(group));
    calls.put("GET " + GROUPS + "/{id}/history", Call.get(group + "/history"));
    call(calls, "PUT", GROUPS, group, "/registration", team);
    call(calls, "PUT", GROUPS, group, "/programme", Map.of("from", "2023-05-01"));
    call(
        calls,
        "POST",
        GROUPS,
        group,
        "/members",
        Map.of("memberIds", List.of(somebody), "on", "2023-05-01"));
    call(calls, "PUT", GROUPS, group, "/others", Map.of("count", 1, "from", "2023-05-01"));
    call(
        calls,
        "POST",
        GROUPS,
        group,
        "/assignments",
        Map.of("redrawingId", UUID.randomUUID(), "successorId", elsewhere));
    call(calls, "PUT", GROUPS, group, "/closing", Map.of("reason", "OTHER", "on", "2023-05-01"));
    call(calls, "POST", GROUPS, group, "/closing/cancellation", Map.of());
    var member = group + "/members/" + somebody;
    calls.put(
        "POST " + GROUPS + "/{id}/members/{memberId}/departure",
        Call.json(member + "/departure", json(Map.of("on", "2023-05-01")), version(1)));
    calls.put(
        "PUT " + GROUPS + "/{id}/members/{memberId}/stay",
        Call.json(member + "/stay", json(Map.of("joinedOn", "2023-05-01")), version(1)));
    var meeting = group + "/meetings/" + UUID.randomUUID();
    var told = Map.of("on", "2023-05-01", "topic", "Sinh hoạt", "attended", List.of(), "others", 3);
    calls.put(
        "PUT " + GROUPS + "/{id}/meetings/{meetingId}", Call.json(meeting, json(told), version(1)));
    calls.put(
        "POST " + GROUPS + "/{id}/meetings/{meetingId}/cancellation",
        Call.json(meeting + "/cancellation", "", version(1)));
  }

  private void voiceCalls(Map<String, Call> calls) {
    var raised =
        Map.of(
            "unitId", branch,
            "by", "OFFICER",
            "kind", "NEED",
            "subject", "OTHER",
            "raisedOn", "2023-10-02",
            "text", "Cần vay vốn");
    var voice = VOICES + "/" + id(client.post(VOICES, json(raised)).expect(201));
    calls.put("POST " + VOICES, Call.json(VOICES, json(raised)));
    calls.put("GET " + VOICES + "/{id}", Call.get(voice));
    calls.put("GET " + VOICES + "/{id}/history", Call.get(voice + "/history"));
    call(
        calls,
        "POST",
        VOICES,
        voice,
        "/routings",
        Map.of("toUnitId", province, "on", "2023-10-03", "reason", "Vượt thẩm quyền"));
    call(calls, "POST", VOICES, voice, "/answers", Map.of("on", "2023-10-03", "text", "Đã"));
    call(calls, "POST", VOICES, voice, "/closing", Map.of("on", "2023-10-03", "satisfied", true));
    call(calls, "POST", VOICES, voice, "/reopening", Map.of("on", "2023-10-03", "reason", "Chưa"));
    call(calls, "POST", VOICES, voice, "/withdrawal", Map.of("on", "2023-10-03"));
    call(
        calls,
        "PUT",
        VOICES,
        voice,
        "/particulars",
        Map.of("kind", "NEED", "subject", "OTHER", "raisedOn", "2023-10-01"));
    call(calls, "POST", VOICES, voice, "/links", Map.of("voiceId", UUID.randomUUID()));
    call(calls, "POST", VOICES, voice, "/unlinking", Map.of());
  }

  private static void call(
      Map<String, Call> calls,
      String method,
      String collection,
      String path,
      String what,
      Map<String, ?> body) {
    calls.put(
        method + " " + collection + "/{id}" + what, Call.json(path + what, json(body), version(1)));
  }

  private void rightsCalls(Map<String, Call> calls) {
    var member = member(branch);
    var consents = MEMBERS + "/" + member + "/consents";
    var word = json(Map.of("given", true, "on", "2026-02-01", "channel", "IN_PERSON"));
    calls.put("GET " + MEMBERS + "/{id}/consents", Call.get(consents));
    calls.put(
        "PUT " + MEMBERS + "/{id}/consents/{purpose}",
        Call.json(consents + "/TRAINING", word, version(0)));
    var asked =
        json(
            Map.of(
                "memberId", member,
                "right", "ACCESS",
                "channel", "IN_PERSON",
                "receivedOn", "2026-02-02",
                "identityCheck", "căn cước đã xuất trình"));
    var request = DATA_REQUESTS + "/" + id(client.post(DATA_REQUESTS, asked).expect(201));
    calls.put("GET " + DATA_REQUESTS, Call.get(DATA_REQUESTS + "?memberId=" + member));
    calls.put("POST " + DATA_REQUESTS, Call.json(DATA_REQUESTS, asked));
    calls.put("GET " + DATA_REQUESTS + "/{id}", Call.get(request));
    calls.put("GET " + DATA_REQUESTS + "/{id}/history", Call.get(request + "/history"));
    calls.put("GET " + DATA_REQUESTS + "/{id}/export", Call.get(request + "/export"));
    calls.put(
        "POST " + DATA_REQUESTS + "/{id}/acknowledgement",
        Call.json(request + "/acknowledgement", json(Map.of("on", "2026-02-03")), version(1)));
    calls.put(
        "POST " + DATA_REQUESTS + "/{id}/fulfilment",
        Call.json(
            request + "/fulfilment",
            json(Map.of("on", "2026-02-03", "proof", "đã trao")),
            version(1)));
    calls.put(
        "POST " + DATA_REQUESTS + "/{id}/refusal",
        Call.json(
            request + "/refusal",
            json(
                Map.of(
                    "on", "2026-02-03", "reason", "LEGAL_RETENTION", "explanation", "theo luật")),
            version(1)));
  }

  private static void command(
      Map<String, Call> calls, String method, String member, String what, Map<String, ?> body) {
    calls.put(
        method + " " + MEMBERS + "/{id}/" + what,
        Call.json(member + "/" + what, json(body), version(1)));
  }

  @Test
  void anOfficerWorksInHerUnitAndSeesOnlyIt() {
    // given a member here and one in another commune
    var here = member(branch);
    var there = member(elsewhere);
    ServiceClient officer = client.as(Tokens.at(commune, Role.OFFICER));

    // when
    officer.post(MEMBERS, person(branch)).expect(201);
    var found = officer.post(MEMBERS + "/searches", "{\"limit\":500}").expect(200).json();
    var inProvince =
        officer.post(MEMBERS + "/searches", json(Map.of("unitId", province))).expect(200).json();

    // then lists are filtered, single records refused
    assertThat(found.path("items").findValuesAsString("id")).contains(here).doesNotContain(there);
    assertThat(found.path("items")).hasSize(2);
    assertThat(inProvince.path("items")).hasSize(2);
    officer.get(MEMBERS + "/" + here).expect(200);
    officer.get(MEMBERS + "/" + there).expectProblem(403, "out-of-scope");
  }

  @Test
  void anOfficerMovesNobodyToAUnitThatHasNotAsked() {
    var member = MEMBERS + "/" + member(branch);
    var officer = client.as(Tokens.at(commune, Role.OFFICER));
    var above = client.as(Tokens.at(province, Role.OFFICER));
    var transfer = json(Map.of("toUnitId", elsewhere, "on", "2024-01-01"));

    officer
        .post(member + "/transfers", transfer, version(1))
        .expectProblem(403, "out-of-scope")
        .expectField("/toUnitId");
    above.post(member + "/transfers", transfer, version(1)).expect(200);
  }

  @Test
  void theHistoryTellsWhoDidIt() {
    var chair = UUID.randomUUID().toString();
    var member =
        id(
            client
                .as(Tokens.token(chair, commune, Role.OFFICER))
                .post(MEMBERS, person(branch))
                .expect(201));

    var history = client.get(MEMBERS + "/" + member + "/history").json();

    assertThat(history.at("/items/0/actor").asString()).isEqualTo(chair);
  }

  @Test
  void anAuditorReadsWhatIsMaskedAndChangesNothing() {
    // given a member with a phone
    var person = new HashMap<String, Object>();
    person.put("unitId", branch);
    person.put("fullName", "Lê Thị Hòa");
    person.put("birthYear", 1980);
    person.put("joinedOn", "2020-03-08");
    person.put("phone", "0912345678");
    var member = MEMBERS + "/" + id(client.post(MEMBERS, json(person)).expect(201));
    var auditor = client.as(Tokens.at(province, Role.AUDITOR));

    // then he sees her masked, her officer as she is
    var phone = auditor.get(member).expect(200).json().path("phone").asString();
    assertThat(phone).endsWith("5678").doesNotContain("0912345678").contains("**");
    assertThat(client.get(member).json().path("phone").asString()).isEqualTo("0912345678");
    auditor.post(MEMBERS, person(branch)).expectProblem(403, "role-missing");
  }

  @Test
  void anImportBringsNobodyToAUnitOutOfScope() {
    // given a file of another commune's officer
    var officer = client.as(Tokens.at(elsewhere, Role.OFFICER));
    var imported =
        id(
            officer
                .upload(IMPORTS, "text/csv", csv(branch).getBytes(), "Idempotency-Key", freshCode())
                .expect(201));

    // then
    await()
        .until(
            () ->
                officer
                    .get(IMPORTS + "/" + imported)
                    .json()
                    .path("state")
                    .asString()
                    .equals("INVALID"));
    assertThat(officer.get(IMPORTS + "/" + imported + "/errors").body())
        .contains("Bạn chỉ được xem và sửa");
  }
}
