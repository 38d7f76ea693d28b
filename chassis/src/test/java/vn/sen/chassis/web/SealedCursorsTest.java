package vn.sen.chassis.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.privacy.KeysMother;

class SealedCursorsTest {

  private final SealedCursors cursors = new SealedCursors(KeysMother.keys());

  @Test
  void aCursorTellsNothingAndComesBackWhole() {
    var cursor = cursors.of("nguyen thi hoa", "17");

    assertThat(new String(Base64.getUrlDecoder().decode(cursor), UTF_8)).doesNotContain("nguyen");
    assertThat(cursors.parse(cursor, 2)).containsExactly("nguyen thi hoa", "17");
    assertThat(cursors.parse(null, 2)).isEmpty();
  }

  @Test
  void aCursorThatIsNoneOfOursIsRefused() {
    var cursor = cursors.of("a", "b");
    var last = cursor.charAt(cursor.length() - 1) == 'A' ? "Q" : "A";

    assertThatThrownBy(() -> cursors.parse(cursor.substring(0, cursor.length() - 1) + last, 2))
        .isInstanceOf(CursorInvalid.class);
    assertThatThrownBy(() -> cursors.parse(cursor, 3)).isInstanceOf(CursorInvalid.class);
    assertThatThrownBy(() -> cursors.parse(Cursor.of("a", "b"), 2))
        .isInstanceOf(CursorInvalid.class);
    assertThatThrownBy(() -> cursors.parse("!", 2)).isInstanceOf(CursorInvalid.class);
  }
}
