package vn.sen.training.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.sen.events.Cause;
import vn.sen.events.EventRecord;
import vn.sen.events.training.ClassEvent.ResultsRecorded;
import vn.sen.events.training.ClassResult;
import vn.sen.events.training.TrainingEvents;
import vn.sen.training.TrainingService;

class ClassNewsIT extends TrainingService {

  private static final LocalDate TAUGHT = LocalDate.of(2023, 3, 15);

  @Autowired ClassNews news;

  @Test
  void a_result_that_was_corrected_since_takes_no_certificate() {
    // given
    var unit = commune();
    var hoa = member(unit);
    var classId = passedClass(course("GENDER"), unit, hoa);
    var body =
        Map.of(
            "classId", classId, "personId", hoa, "name", "Nguyễn Thị Mô Phỏng", "on", "2023-03-20");
    var id = id(client.post(CERTIFICATES, json(body)).expect(201));
    var notPassed =
        new ResultsRecorded(
            List.of(new ClassResult(hoa, false, null)), "GENDER", null, TAUGHT, List.of());

    // when it is told late that she had not passed
    news.on(told(UUID.fromString(classId), notPassed), notPassed);

    // then
    assertThat(client.get(CERTIFICATES + "/" + id).json().path("status").asString())
        .isEqualTo("VALID");
  }

  private static EventRecord told(UUID classId, ResultsRecorded event) {
    return new EventRecord(
        UUID.randomUUID().toString(),
        TrainingEvents.SOURCE,
        classId,
        TrainingEvents.CATALOG.nameOf(event),
        Instant.now(),
        5,
        TAUGHT,
        Cause.UNKNOWN,
        TrainingEvents.CATALOG.encode(event));
  }
}
