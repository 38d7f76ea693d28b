package vn.sen.reporting.issuance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sen.reporting.issuance.Differences.Difference;

class DifferencesTest {

  private static List<Difference> between(String issued, String again) {
    return Differences.between(
        CanonicalJson.read(issued.getBytes(UTF_8)), CanonicalJson.read(again.getBytes(UTF_8)));
  }

  @Test
  void theSameNumberWrittenOtherwiseIsNone() {
    assertThat(between("{\"a\":[1.50,null]}", "{\"a\":[1.5,null]}")).isEmpty();
  }

  @Test
  void eachPlaceIsNamed() {
    var found = between("{\"a/b\":[1,2],\"c\":true}", "{\"a/b\":[1,3,4],\"c\":\"true\"}");
    assertThat(found).extracting(Difference::pointer).containsExactly("/a~1b/1", "/a~1b/2", "/c");
    assertThat(found).extracting(Difference::more).containsExactly(false, false, false);
  }

  @Test
  void onlyAMemberIsMore() {
    var found = between("{\"a\":[{\"b\":1}]}", "{\"a\":[{\"b\":1,\"c\":2},{\"b\":3}]}");
    assertThat(found).extracting(Difference::pointer).containsExactly("/a/0/c", "/a/1");
    assertThat(found).extracting(Difference::more).containsExactly(true, false);
  }

  @Test
  void whatIsMissingIsNotMore() {
    var found = between("{\"a\":null}", "{}");
    assertThat(found).singleElement().matches(difference -> !difference.more());
  }
}
