package vn.sen.reporting.audit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import vn.sen.events.Topic;

class TrailTopicsTest {

  @Test
  void no_topic_is_left_out_of_the_trail() {
    var all =
        Arrays.stream(Topic.class.getFields())
            .filter(f -> Modifier.isStatic(f.getModifiers()) && f.getType() == Topic.class)
            .map(
                f -> {
                  try {
                    return (Topic) f.get(null);
                  } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                  }
                })
            .toList();

    assertThat(TrailTopics.ALL).containsExactlyInAnyOrderElementsOf(all);
  }
}
