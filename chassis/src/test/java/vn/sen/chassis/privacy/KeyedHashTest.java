package vn.sen.chassis.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class KeyedHashTest {

  private final KeyedHash hash =
      new KeyedHash(new SecretKeySpec("key".getBytes(UTF_8), "HmacSHA256"));

  @Test
  void isTheHmacThatOthersMakeToo() {
    // as printed by: printf 'The quick brown fox jumps over the lazy dog' |
    //   openssl dgst -sha256 -hmac key -binary | basenc --base64url
    assertThat(hash.of("The quick brown fox jumps over the lazy dog"))
        .isEqualTo("97yD9DBThCSxMpjmqm-xQ-9NWaFJRhdZl0edvC0aPNg");
  }

  @Test
  void textsThatAreHashedAtOnceDoNotMix() {
    // given
    List<String> texts = IntStream.range(0, 5_000).mapToObj(i -> "text " + i).toList();
    var oneByOne = texts.stream().map(hash::of).toList();
    // when
    var atOnce = texts.parallelStream().map(hash::of).toList();
    // then
    assertThat(atOnce).isEqualTo(oneByOne).doesNotHaveDuplicates();
  }
}
