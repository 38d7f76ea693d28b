package vn.sen.training.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sen.training.TrainingService;

class CoursesIT extends TrainingService {

  private static Map<String, Object> edition(String name, String from) {
    var edition = new HashMap<String, Object>();
    edition.putAll(Map.of("name", name, "hours", 8, "audience", "Hội viên", "level", "UPDATE"));
    edition.put("from", from);
    return edition;
  }

  @Test
  void a_class_is_what_its_course_was_when_it_began() {
    // given a course that gives a competency only from a later day on
    var course =
        id(
            client
                .post(
                    COURSES,
                    json(
                        Map.of(
                            "code", "k" + freshCode(),
                            "themeId", theme(),
                            "first", edition("Phần mềm hội viên", "2015-01-01"))))
                .expect(201));
    var later = edition("Phần mềm hội viên 2", "2023-09-01");
    later.put("competency", "software");
    client.post(COURSES + "/" + course + "/editions", json(later), version(1)).expect(200);

    // then
    var unit = commune();
    var before = client.get(CLASSES + "/" + plannedClass(course, unit, "2023-08-31")).json();
    var since = client.get(CLASSES + "/" + plannedClass(course, unit, "2023-09-01")).json();
    assertThat(before.path("plan").has("competency")).isFalse();
    assertThat(since.at("/plan/competency").asString()).isEqualTo("SOFTWARE");

    // and once it is retired, none begins
    client
        .post(COURSES + "/" + course + "/retirement", json(Map.of("on", "2024-01-01")), version(2))
        .expect(200);
    client
        .post(
            CLASSES, json(Map.of("courseId", course, "unitId", unit, "plan", draft("2024-01-01"))))
        .expectProblem(422, "course-not-held-then");
    assertThat(client.get(COURSES + "?at=2024-01-01&limit=500").json().toString())
        .doesNotContain(course);
  }

  @Test
  void bad_input_is_named_by_field() {
    var first = edition("X", "2015-01-01");
    var body = new HashMap<String, Object>();
    body.putAll(Map.of("code", "K" + freshCode(), "themeId", UUID.randomUUID(), "first", first));
    client.post(COURSES, json(body)).expectProblem(422, "theme-not-taught");
    body.put("themeId", theme());
    first.put("hours", 0);
    client.post(COURSES, json(body)).expect(422).expectField("/first/hours");
    first.put("hours", "many");
    client.post(COURSES, json(body)).expect(400).expectField("/first/hours");
    first.put("hours", 8);
    first.put("validMonths", 12);
    client.post(COURSES, json(body)).expectProblem(422, "lasts-without-competency");
    first.remove("validMonths");
    first.put("from", "1815-01-01");
    client.post(COURSES, json(body)).expect(422).expectField("/first/from");
  }
}
