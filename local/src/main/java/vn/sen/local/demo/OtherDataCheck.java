package vn.sen.local.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.sen.local.demo.dataset.Person;

/**
 * Refuses to load over people of another seed, scale or other targets: the figures of both would be
 * mixed.
 */
final class OtherDataCheck {

  private static final int SAMPLES = 40;

  private final LoadContext context;

  OtherDataCheck(LoadContext context) {
    this.context = context;
  }

  /**
   * Looks some references up before anything is written.
   *
   * @throws StepFailed when one of them names somebody else
   */
  void run() {
    var people = context.data().people();
    var samples = new LinkedHashMap<String, @Nullable Person>();
    IntStream.range(0, SAMPLES)
        .map(i -> (int) ((long) i * people.size() / SAMPLES))
        .forEach(i -> samples.put(people.ref(i), people.person(i)));
    // larger data sets go on where this one ends
    samples.put(people.ref(people.size()), null);
    context.progress().begin("Dữ liệu đã có (data present)", samples.size());
    var answer =
        context
            .api()
            .query(
                MemberDirectory.SEARCHES,
                Map.of("externalRefs", List.copyOf(samples.keySet()), "limit", 2 * samples.size()));
    for (var item : answer.body().required("items")) {
      var person = samples.get(item.required("externalRef").asString());
      if (person == null
          || !item.required("fullName").asString().equals(person.fullName())
          || !Objects.equals(item.path("birthYear").asInt(0), person.birthYear())) {
        throw new StepFailed(
            "other demo data are loaded (another --seed, --scale or --targets); "
                + "\"./sen reset\" forgets them");
      }
    }
    context.progress().end();
  }
}
