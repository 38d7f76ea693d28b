package vn.sen.training.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.sen.events.Topic;
import vn.sen.events.membership.AttendanceEvent.AttendanceTold;
import vn.sen.events.membership.MemberEvent.MemberErased;
import vn.sen.training.TrainingService;
import vn.sen.training.people.KnownPeople;

class AttendanceNewsIT extends TrainingService {

  private static final LocalDate TAUGHT = LocalDate.of(2023, 3, 14);

  @Autowired KnownPeople people;

  private static void told(String classId, UUID unit, UUID... present) {
    var list = UUID.randomUUID();
    var event =
        new AttendanceTold(
            UUID.fromString(classId), unit, 1, List.of(present), LocalDate.of(2023, 3, 16));
    publish(Topic.ATTENDANCE, list, 2, event);
    publish(Topic.ATTENDANCE, list, 2, event);
  }

  @Test
  void whoever_the_organisers_list_names_was_there_enrolled_before_or_not() {
    // given
    var unit = commune();
    var enrolled = member(unit);
    var other = member(unit);
    var id = openClass(course("GENDER"), unit, enrolled);
    // and a class of another unit, and one that nobody knows, of which the list is refused
    var strangers = openClass(course("GENDER"), commune());

    // when
    told(strangers, unit, enrolled);
    told(UUID.randomUUID().toString(), unit, enrolled);
    told(id, unit, enrolled, other);

    // then
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> client.get(CLASSES + "/" + id).json().path("present").toString(),
            present -> present.equals("{\"1\":2}"));
    assertThat(client.get(CLASSES + "/" + strangers).json().path("enrolled").asInt()).isZero();
    // and the list goes on counting once by hand
    command(id, "attendance", attendance(1, enrolled)).expect(200);
    assertThat(client.get(CLASSES + "/" + id).json().path("present").toString())
        .isEqualTo("{\"1\":2}");
    command(id, "holding", Map.of()).expect(200);
  }

  @Test
  void who_was_erased_since_is_passed_over_and_the_others_were_there() {
    // given
    var unit = commune();
    var erased = member(unit);
    var other = member(unit);
    var id = openClass(course("GENDER"), unit);
    publish(Topic.MEMBERS, erased, 2, new MemberErased(LocalDate.of(2023, 3, 15)));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                people.heardOf(List.of(erased, other)).size() == 2
                    && people.on(List.of(erased, other), TAUGHT).keySet().equals(Set.of(other)));

    // when
    told(id, unit, erased, other);

    // then
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> client.get(CLASSES + "/" + id).json().path("present").toString(),
            present -> present.equals("{\"1\":1}"));
  }
}
