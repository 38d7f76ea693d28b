package vn.sen.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
  private static final String LOOPBACK = "127.0.0.1";

  @Test
  void refusesAPortSomebodyListensOn() throws IOException {
    try (var everywhere = new ServerSocket(0)) {
      int port = everywhere.getLocalPort();
      assertThatThrownBy(() -> Ports.requireFree(LOOPBACK, port))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining(String.valueOf(port))
          .hasMessageContaining("SEN_PORT");
    }
  }

  @Test
  void refusesAnAddressThatIsNotOurs() {
    assertThatThrownBy(() -> Ports.requireFree("192.0.2.1", 8080)).isInstanceOf(Refusal.class);
  }

  @Test
  void holdsAPortUntilItIsReleased() {
    // given
    var reserved = Ports.reserve();
    assertThatThrownBy(() -> Ports.requireFree(LOOPBACK, reserved.number()))
        .isInstanceOf(Refusal.class);
    int port = reserved.number();

    // when
    reserved.release();
    reserved.release();

    // then
    assertThatCode(() -> Ports.requireFree(LOOPBACK, port)).doesNotThrowAnyException();
  }

  @Test
  void reservesDifferentOnes() {
    var one = Ports.reserve();
    var other = Ports.reserve();

    assertThat(one.number()).isNotEqualTo(other.number());

    one.release();
    other.release();
  }
}
