package vn.sen.membership.cadre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.testing.PublishedRecords;
import vn.sen.chassis.testing.Tokens;
import vn.sen.events.Topic;

class PostsIT extends CadreService {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void aTermIsPublishedWithWhatItAddsAndWithoutNames() {
    // given
    var title = title(1);
    var hoa = member("Nguyễn Thị Hòa");
    // when
    var answer = appoint(commune, title, hoa, "2021-05-20").expect(200);
    // then
    var record = PublishedRecords.of(Topic.POSTS, id(answer), 1).getFirst();
    assertThat(PublishedRecords.headers(record))
        .containsEntry("ce_type", "membership.post.appointed.v1")
        .containsEntry("ce_sequence", "1")
        .containsEntry("ce_effectivedate", "2021-05-20");
    assertThat(JsonMapper.shared().readTree(record.value()))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"termId":"%1$s","titleId":"%2$s","unitId":"%3$s","personId":"%4$s",
                     "from":"2021-05-20",
                     "changes":[{"date":"2021-05-20","titleId":"%2$s","unitId":"%3$s",
                                 "personId":"%4$s","delta":1}]}\
                    """
                        .formatted(answer.json().path("termId").asString(), title, commune, hoa)));
  }

  @Test
  void aTitleIsPublishedWithItsSeatsAndWhatItDemands() {
    // given
    var title = title(1);
    // when
    var standard =
        Map.of(
            "level",
            "COMMUNE",
            "theory",
            "INTERMEDIATE",
            "competencies",
            List.of("tin_hoc", "BINH_DANG_GIOI"),
            "source",
            "Hướng dẫn 12/HD",
            "from",
            "2022-01-01");
    client.post(TITLES + "/" + title + "/standards", json(standard), version(1)).expect(200);
    // then
    var record = PublishedRecords.of(Topic.TITLES, title, 2).getLast();
    assertThat(JsonMapper.shared().readTree(record.value()))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"level":"COMMUNE","theory":"INTERMEDIATE",
                     "competencies":["BINH_DANG_GIOI","TIN_HOC"],
                     "source":"Hướng dẫn 12/HD","from":"2022-01-01"}\
                    """));
    assertThat(client.get(TITLES + "/" + title).json().path("standards")).hasSize(1);
  }

  @Test
  void whoHoldsATitleIsListedOnTheDayAndVacantSeatsAreCounted() {
    // given two seats, one of them held for a time
    var title = title(2);
    var hoa = member("Nguyễn Thị Hòa");
    var appointed = appoint(commune, title, hoa, "2021-05-20").expect(200).json();
    var ending = "/terms/" + appointed.path("termId").asString() + "/ending";
    client
        .post(
            post(commune, title) + ending,
            "{\"on\":\"2023-06-01\",\"reason\":\"RETIRED\"}",
            version(1))
        .expect(200);
    // then
    assertThat(inPost(province, title, "2023-05-31")).containsExactly("Nguyễn Thị Hòa");
    assertThat(inPost(province, title, "2023-06-01")).isEmpty();
    assertThat(posts(province, title, "2023-05-31", "VACANT").getFirst().path("vacant").asInt())
        .isEqualTo(1);
    assertThat(posts(commune, title, "2023-06-01", "VACANT").getFirst().path("vacant").asInt())
        .isEqualTo(2);
    var whole = client.get(post(commune, title)).expect(200);
    assertThat(whole.header("ETag")).isEqualTo("\"2\"");
    assertThat(whole.json().at("/terms/0/reason").asString()).isEqualTo("RETIRED");
    assertThat(
            client
                .get(post(commune, title) + "/history")
                .json()
                .path("items")
                .findValuesAsString("type"))
        .containsExactly("membership.post.appointed.v1", "membership.post.term-ended.v1");
  }

  @Test
  void postsDoNotFollowARedrawingAndAreVacantInTheSuccessor() {
    // given a chair of a commune that is merged into another one
    var title = title(1);
    appoint(commune, title, member("Nguyễn Thị Hòa"), "2021-05-20").expect(200);
    var redrawing =
        """
        {"resolution":"1685/NQ-UBTVQH15","effectiveOn":"2025-07-01",
         "units":[{"key":"a","code":"%s","name":"Xã mới","level":"COMMUNE","kind":"COMMUNE","parentId":"%s"}],
         "successions":[{"fromId":"%s","toKey":"a","extent":"FULL"}]}\
        """
            .formatted(freshCode(), province, commune);
    var successor = redrawn(redrawing).json().at("/units/0/id").asString();
    // then her term ended the day before
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        client.get(post(commune, title)).json().at("/terms/0/endedOn").asString())
                    .isEqualTo("2025-07-01"));
    assertThat(inPost(province, title, "2025-06-30")).containsExactly("Nguyễn Thị Hòa");
    assertThat(inPost(province, title, "2025-07-01")).isEmpty();
    // and the successor's post is vacant until somebody is appointed anew
    assertThat(posts(province, title, "2025-07-01", "VACANT"))
        .extracting(post -> post.path("unitId").asString())
        .containsExactly(successor);
    appoint(successor, title, member("Trần Thị Lan"), "2025-07-05").expect(200);
    assertThat(posts(province, title, "2025-07-05", "VACANT")).isEmpty();
    // while who works at the successor still reads the history
    var officer = client.as(Tokens.at(successor, Role.OFFICER));
    assertThat(officer.get(post(commune, title)).expect(200).json().path("terms")).hasSize(1);
    assertThat(
            officer
                .get(POSTS + "?unitId=" + successor + "&titleId=" + title + "&at=2024-01-01")
                .expect(200)
                .json()
                .at("/items/0/terms/0/name")
                .asString())
        .isEqualTo("Nguyễn Thị Hòa");
  }

  @Test
  void aDistrictThatIsClosedWithoutASuccessorKeepsItsPostsAsHistory() {
    // given
    var district = unit(freshCode(), "DISTRICT", "DISTRICT", province);
    var body =
        Map.of(
            "code",
            "CTH-" + freshCode(),
            "name",
            "Chủ tịch Hội huyện",
            "seats",
            List.of(Map.of("level", "DISTRICT", "seats", 1)),
            "from",
            "2000-01-01");
    var title = id(client.post(TITLES, json(body)).expect(201));
    appoint(district, title, member("Nguyễn Thị Hòa"), "2021-05-20").expect(200);
    // when
    redrawn(
        json(
            Map.of(
                "resolution",
                "203/2025/QH15",
                "effectiveOn",
                "2025-07-01",
                "closes",
                List.of(district))));
    // then
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        client.get(post(district, title)).json().at("/terms/0/reason").asString())
                    .isEqualTo("UNIT_CLOSED"));
    assertThat(posts(province, title, "2025-07-01", "ALL")).isEmpty();
    var officer = client.as(Tokens.at(province, Role.OFFICER));
    assertThat(
            officer
                .get(POSTS + "?titleId=" + title + "&at=2025-06-30")
                .expect(200)
                .json()
                .at("/items/0/terms/0/name")
                .asString())
        .isEqualTo("Nguyễn Thị Hòa");
  }

  @Test
  void aTermEndsWithTheMembershipAndIsLookedAtWhenSheMoves() {
    // given
    var title = title(2);
    var dies = member("Nguyễn Thị Hòa");
    var moves = member("Trần Thị Lan");
    appoint(commune, title, dies, "2021-05-20").expect(200);
    appoint(commune, title, moves, "2021-05-20").expect(200);
    // when
    var elsewhere = branch(commune(province));
    client
        .post(
            MEMBERS + "/" + dies + "/departures",
            "{\"on\":\"2023-06-01\",\"reason\":\"DIED\"}",
            version(1))
        .expect(200);
    client
        .post(
            MEMBERS + "/" + moves + "/transfers",
            json(Map.of("toUnitId", elsewhere, "on", "2023-07-01")),
            version(1))
        .expect(200);
    // then
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(inPost(commune, title, "2023-06-01")).containsExactly("Trần Thị Lan");
              assertThat(posts(commune, title, "2023-07-01", "FOR_REVIEW")).hasSize(1);
            });
    var post = client.get(post(commune, title)).json();
    assertThat(post.at("/terms").findValuesAsString("reason")).contains("DIED");
    assertThat(post.at("/terms").findValuesAsString("review")).contains("MOVED");
    // and somebody decides that she stays
    var term =
        post.path("terms")
            .valueStream()
            .filter(t -> t.path("personId").asString().equals(moves))
            .findFirst()
            .orElseThrow();
    client
        .post(
            post(commune, title) + "/terms/" + term.path("id").asString() + "/review",
            "",
            version(post.path("version").asLong()))
        .expect(200);
    assertThat(posts(commune, title, "2023-07-01", "FOR_REVIEW")).isEmpty();
  }

  @Test
  void nobodyIsAppointedBeyondTheSeatsHoweverManyTry() {
    var title = title(1);
    appoint(commune, title, member("Nguyễn Thị Hòa"), "2021-05-20").expect(200);

    appoint(commune, title, member("Trần Thị Lan"), "2022-05-20").expectProblem(409, "seats-taken");
    appoint(branch, title, member("Trần Thị Lan"), "2022-05-20")
        .expectProblem(422, "title-not-held-there");
    appoint(commune, title, UUID.randomUUID().toString(), "2022-05-20")
        .expectProblem(422, "no-member-then");
    client
        .post(
            post(commune, title) + "/terms",
            json(Map.of("personId", UUID.randomUUID(), "from", "2022-05-20")),
            version(0))
        .expectProblem(412, "stale-version");
    client
        .post(
            post(commune, title) + "/terms",
            json(Map.of("personId", UUID.randomUUID(), "from", "2022-05-20")))
        .expectProblem(428, "version-required");
  }

  @Test
  void anOfficerAppointsMembersOfHerUnitsAndSeesTheirPostsOnly() {
    var title = title(1);
    var officer = client.as(Tokens.at(commune, Role.OFFICER));
    var stranger =
        id(
            client
                .post(
                    MEMBERS,
                    json(
                        Map.of(
                            "unitId",
                            branch(commune(province)),
                            "fullName",
                            "Lê Thị An",
                            "birthYear",
                            1980,
                            "joinedOn",
                            "2010-03-08")))
                .expect(201));

    // and sees the posts of her units only
    commune(province);
    assertThat(officer.get(POSTS + "?titleId=" + title).expect(200).json().path("items"))
        .hasSize(1);
    officer.get(POSTS + "?unitId=" + commune(province)).expectProblem(403, "out-of-scope");
    officer
        .get("/api/membership/gaps?unitId=" + commune(province))
        .expectProblem(403, "out-of-scope");
    officer
        .post(
            post(commune, title) + "/terms",
            json(Map.of("personId", stranger, "from", "2022-05-20")),
            version(0))
        .expectProblem(403, "out-of-scope");
  }

  @Test
  void aRetryWithTheSameKeyFindsTheTermOfTheFirstAttempt() {
    var title = title(2);
    var body = json(Map.of("personId", member("Nguyễn Thị Hòa"), "from", "2021-05-20"));
    String[] headers = {"If-Match", "\"0\"", "Idempotency-Key", freshCode()};

    var first = client.post(post(commune, title) + "/terms", body, headers).expect(200);
    var again = client.post(post(commune, title) + "/terms", body, headers).expect(200);

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(inPost(commune, title, "2022-01-01")).hasSize(1);
  }

  @Test
  void longListsComeInPages() {
    var title = title(1);
    commune(province);
    commune(province);
    var path = POSTS + "?unitId=%s&titleId=%s&limit=2".formatted(province, title);

    var first = client.get(path).expect(200).json();
    var second = client.get(path + "&cursor=" + first.path("next").asString()).expect(200).json();

    assertThat(first.path("items")).hasSize(2);
    assertThat(second.path("items")).hasSize(1);
    assertThat(second.path("next").isMissingNode()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"name\":\"A\",\"seats\":[{\"level\":\"COMMUNE\",\"seats\":1}],\"from\":\"2000-01-01\"} |"
            + " 422 | /code",
        "{\"code\":\"A"
            + " B\",\"name\":\"A\",\"seats\":[{\"level\":\"COMMUNE\",\"seats\":1}],\"from\":\"2000-01-01\"}"
            + " | 422 | /code",
        "{\"code\":\"A\",\"name\":\"A\",\"seats\":[],\"from\":\"2000-01-01\"} | 422 | /seats",
        "{\"code\":\"A\",\"name\":\"A\",\"seats\":[{\"level\":\"VILLAGE\",\"seats\":1}],\"from\":\"2000-01-01\"}"
            + " | 400 | /seats/0/level",
        "{\"code\":\"A\",\"name\":\"A\",\"seats\":[{\"level\":\"COMMUNE\",\"seats\":-1}],\"from\":\"2000-01-01\"}"
            + " | 422 | /seats/0/seats",
        "{\"code\":\"A\",\"name\":\"A\",\"seats\":[{\"level\":\"COMMUNE\",\"seats\":1}],\"from\":\"0001-01-01\"}"
            + " | 422 | /from"
      })
  void badTitlesAreNamedByField(String body, int status, String pointer) {
    client.post(TITLES, body).expect(status).expectField(pointer);
  }
}
