package vn.sen.training.news;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.testing.PublishedRecords;
import vn.sen.chassis.testing.Tokens;
import vn.sen.events.Topic;
import vn.sen.events.membership.Direction;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.MemberEvent.MemberAssigned;
import vn.sen.events.membership.MemberEvent.MemberTransferred;
import vn.sen.events.membership.MemberType;
import vn.sen.events.membership.MembershipChange;
import vn.sen.training.TrainingService;

class MemberNewsIT extends TrainingService {

  private static final LocalDate SPLIT = LocalDate.of(2025, 7, 1);
  private static final LocalDate MOVED = LocalDate.of(2023, 9, 1);

  private static MembershipChange step(
      LocalDate date, UUID unit, List<UUID> via, Flow flow, int delta) {
    var direction = delta > 0 ? Direction.IN : Direction.OUT;
    return new MembershipChange(
        date, unit, via, MemberType.ORDINARY, flow, null, List.of(), direction, delta);
  }

  @Test
  void whom_a_split_assigned_to_a_successor_counts_there_with_all_she_attended() {
    // given
    var unit = commune();
    var successor = commune();
    var hoa = member(unit);
    var id = openClass(course("GENDER"), unit, hoa);
    command(id, "attendance", attendance(1, hoa)).expect(200);

    // when
    publish(
        Topic.MEMBERS,
        hoa,
        2,
        new MemberAssigned(
            UUID.randomUUID(),
            successor,
            SPLIT,
            List.of(
                step(SPLIT, unit, List.of(), Flow.ADMISSION, -1),
                step(SPLIT, unit, List.of(successor), Flow.ADMISSION, 1))));

    // then
    var assigned = PublishedRecords.of(Topic.CLASSES, id, 5).getLast();
    assertThat(PublishedRecords.headers(assigned).get("ce_type"))
        .isEqualTo("training.class.participant-assigned.v1");
    assertThat(new String(assigned.value(), UTF_8))
        .contains("\"via\":[\"" + successor + "\"]")
        .contains("\"measure\":\"TURNS\",\"delta\":-1")
        .contains("\"measure\":\"TURNS\",\"delta\":1");
  }

  @Test
  void who_transfers_takes_part_at_her_new_unit_and_keeps_what_she_gained() {
    // given
    var unit = commune();
    var other = commune();
    var hoa = member(unit);
    var course = course("GENDER");
    var first = passedClass(course, unit, hoa);

    // when
    publish(
        Topic.MEMBERS,
        hoa,
        2,
        new MemberTransferred(
            unit,
            other,
            MOVED,
            List.of(
                step(MOVED, unit, List.of(), Flow.TRANSFER, -1),
                step(MOVED, other, List.of(), Flow.TRANSFER, 1))));

    // then
    assertThat(client.get(CLASSES + "/" + first).json().path("passed").asInt()).isEqualTo(1);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              var next = plannedClass(course, other, "2023-09-15");
              command(next, "opening", Map.of()).expect(200);
              enrol(next, hoa);
              var seats = client.get(CLASSES + "/" + next + "/participants").json();
              assertThat(seats.at("/items/0/unitId").asString()).isEqualTo(other.toString());
            });
    var competencies = client.get("/api/training/people/" + hoa + "/competencies").expect(200);
    assertThat(competencies.json().at("/competencies/0/classId").asString()).isEqualTo(first);
    // and her former unit sees and nominates her no more, whatever day it names
    var former = client.as(Tokens.at(unit.toString(), Role.VIEWER, Role.OFFICER));
    former
        .get("/api/training/people/" + hoa + "/competencies?at=2023-05-01")
        .expectProblem(403, "out-of-scope");
    former
        .post(
            NOMINATIONS,
            json(
                Map.of(
                    "personId",
                    hoa,
                    "courseId",
                    course("THEORY", "ELEMENTARY"),
                    "unitId",
                    unit,
                    "on",
                    "2023-05-01")))
        .expectProblem(403, "out-of-scope")
        .expectField("/personId");
  }
}
