package vn.sen.reporting.live.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.testing.Tokens;
import vn.sen.events.Topic;
import vn.sen.reporting.PublishedProvince;
import vn.sen.reporting.ReportingService;
import vn.sen.reporting.activity.ActivityView;
import vn.sen.reporting.communitygroup.CommunityGroupView;
import vn.sen.reporting.communitygroup.CommunityGroupWorld;
import vn.sen.reporting.communitygroup.CommunityGroupWorld.Group;
import vn.sen.reporting.communitygroup.CommunityGroupWorld.Told;
import vn.sen.reporting.lending.LendingView;
import vn.sen.reporting.live.Followers;
import vn.sen.reporting.membership.SmallProvince;
import vn.sen.reporting.programme.ProgrammeView;
import vn.sen.reporting.training.TrainingView;
import vn.sen.reporting.voice.VoiceView;

/** Reports that are followed on a real broker and document store. */
class LiveReportIT extends ReportingService {

  private static final int SUBSCRIBERS = 200;
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final String QUESTION =
      "/api/reporting/groups?unit=54&asOf=2026-06-30&hierarchy=2023-12-31&level=COMMUNE";
  private static final SmallProvince PROVINCE = PublishedProvince.WORLD;
  private static final CommunityGroupWorld WORLD = new CommunityGroupWorld();
  private static final Group TEAM = found();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<EventStream> streams = new ArrayList<>();

  @Autowired Followers followers;

  /** The types of groups are another world's, which has published them or not. */
  private static Group found() {
    PublishedProvince.ensure(new CommunityGroupView().topics());
    var team = WORLD.found(CommunityGroupWorld.TEAM, PROVINCE.branchA1, MARCH);
    WORLD.told().stream()
        .filter(told -> told.topic() == Topic.COMMUNITY_GROUPS)
        .forEach(LiveReportIT::send);
    return team;
  }

  private static Told send(Told told) {
    PublishedProvince.send(told.topic(), told.envelope());
    return told;
  }

  /** One more turn for everybody to see. */
  private static Told meet() {
    return send(TEAM.meet(UUID.randomUUID(), LocalDate.of(2026, 5, 1), 1));
  }

  private EventStream follow(String question, @Nullable String lastId) {
    var uri = URI.create(client.url(question));
    var stream = new EventStream(http, uri, Tokens.everything(), lastId);
    streams.add(stream);
    return stream;
  }

  private void allToldOf(int turns) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(streams)
                    .allSatisfy(
                        stream -> {
                          assertThat(stream.events()).isNotEmpty();
                          assertThat(turns(stream.last())).isEqualTo(turns);
                        }));
  }

  private static int turns(EventStream.Event event) {
    return event.data().at("/total/turns").asInt();
  }

  @AfterEach
  void hangUp() throws IOException {
    for (var stream : streams) {
      stream.close();
    }
  }

  @Test
  void twoHundredFollowersSeeAChangeAndResumeWithoutRepeats() throws IOException {
    // given
    client.get(QUESTION, "Sen-Consistency", meet().token()).expect(200);
    for (int i = 0; i < SUBSCRIBERS; i++) {
      follow(QUESTION, null);
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> streams.stream().allMatch(stream -> !stream.events().isEmpty()));
    assertThat(followers.count()).isGreaterThanOrEqualTo(SUBSCRIBERS);
    int before = turns(streams.getFirst().last());
    // when
    meet();
    // then all see it, and each of them each state once
    allToldOf(before + 1);
    assertThat(streams).allSatisfy(stream -> assertThat(stream.events()).doesNotHaveDuplicates());
    var event = streams.getFirst().last();
    assertThat(event.name()).isEqualTo("report");
    assertThat(event.data().at("/unit/code").asString()).isEqualTo("54");
    assertThat(event.data().at("/position/topics/membership.group.events.v1/next")).hasSize(6);
    assertThat(event.data().at("/freshness/complete").asBoolean()).isTrue();
    assertThat(event.data().has("rows")).isFalse();
    // when some come back
    hangUp();
    streams.clear();
    for (int i = 0; i < 20; i++) {
      follow(QUESTION, event.id());
    }
    await().until(() -> streams.stream().allMatch(EventStream::isOpen));
    assertThat(streams).allSatisfy(stream -> assertThat(stream.events()).isEmpty());
    // then they are told of the next change, and of nothing they know
    meet();
    allToldOf(before + 2);
    assertThat(streams).allSatisfy(stream -> assertThat(stream.events()).hasSize(1));
  }

  @Test
  void theWholeReportIsToldToWhoWantsIt() {
    var stream = follow(QUESTION + "&detail=rows", null);
    await().until(() -> !stream.events().isEmpty());
    assertThat(stream.last().data().path("rows").size()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "membership?unit=54&asOf=2023-12-31, /total/members, /rows",
    "province?unit=54&asOf=2023-12-31, /sections/0/figures/0/value, /rows",
    "published?unit=54&asOf=2023-12-31, /figures, /rows",
    "programmes?unit=54&asOf=2023-12-31, /programmes, /rows",
    "warnings?unit=54&asOf=2023-12-31, /rules/0/counts/under, /rows",
    "completeness?unit=54&from=2023-12-01, /total/0/kind, /rows",
    "groups?unit=54&asOf=2026-06-30&hierarchy=2023-12-31, /total/groups, /byType",
  })
  void whatAReportSaysIsToldWithoutTheRowsOfUnits(String report, String told, String leftOut) {
    // given
    List.of(new LendingView(), new TrainingView(), new VoiceView(), new ProgrammeView())
        .forEach(view -> PublishedProvince.ensure(view.topics()));
    PublishedProvince.ensure(new ActivityView().topics());
    var stream = follow("/api/reporting/" + report, null);
    // when
    await().until(() -> !stream.events().isEmpty());
    // then
    assertThat(stream.last().data().at(told).isMissingNode()).isFalse();
    assertThat(stream.last().data().at(leftOut).isMissingNode()).isTrue();
  }

  @Test
  void aMachineThatCannotSayAcceptSaysFormat() {
    var stream = follow(QUESTION + "&format=events", null);
    await().until(() -> !stream.events().isEmpty());
  }

  @Test
  void whoMayNotReadAReportMayNotFollowIt() {
    String[] live = {"Accept", "text/event-stream"};
    client.asNobody().get(QUESTION, live).expectProblem(401, "sign-in-needed");
    var ward = PROVINCE.communeB.toString();
    client.as(Tokens.at(ward, Role.OFFICER)).get(QUESTION, live).expectProblem(403, "out-of-scope");
    client.as(Tokens.at(ward, Role.BANK)).get(QUESTION, live).expectProblem(403, "role-missing");
    client.get("/api/reporting/groups?unit=99999", live).expectProblem(404, "unit-unknown");
    client
        .get("/api/reporting/groups?unit=54&level=VILLAGE", live)
        .expectProblem(400, "invalid-request");
    client.get(QUESTION + "&detail=half", live).expectProblem(400, "parameter-invalid");
  }

  @Test
  void aFollowerWhoHangsUpGivesHerPlaceBack() throws IOException {
    // given
    var stream = follow(QUESTION, null);
    await().until(() -> !stream.events().isEmpty());
    hangUp();
    streams.clear();
    // then, as soon as she cannot be told
    await()
        .atMost(Duration.ofSeconds(40))
        .until(
            () -> {
              meet();
              return followers.count() == 0;
            });
  }
}
