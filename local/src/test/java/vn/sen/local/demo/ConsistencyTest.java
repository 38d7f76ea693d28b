package vn.sen.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConsistencyTest {

  private final Consistency consistency = new Consistency();

  @Test
  void keeps_the_latest_version_of_each_aggregate() {
    consistency.add("a@2");
    consistency.add("a@10, b@1");
    consistency.add("a@9");

    assertThat(consistency.headers()).containsExactly("a@10,b@1");
  }

  @Test
  void keeps_the_tokens_of_imports_as_they_are() {
    consistency.add("import:5f");

    assertThat(consistency.headers()).containsExactly("import:5f");
  }

  @Test
  void many_tokens_need_several_headers() {
    for (var i = 0; i < 130; i++) {
      consistency.add("0d9cbd18-7f0c-4a57-9f3c-%012d@1".formatted(i));
    }

    assertThat(consistency.headers())
        .hasSize(3)
        .allSatisfy(header -> assertThat(header.length()).isLessThan(4_096));
  }
}
