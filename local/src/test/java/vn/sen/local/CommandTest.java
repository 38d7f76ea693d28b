package vn.sen.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {

  @Test
  void startsAndResets() {
    assertThat(Command.parse("up")).isEqualTo(new Command.Up());
    assertThat(Command.parse("reset")).isEqualTo(new Command.Reset(false));
    assertThat(Command.parse("reset", "--yes")).isEqualTo(new Command.Reset(true));
  }

  @Test
  void handsTheDemoItsOwnOptionsAndKeepsExit() {
    assertThat(Command.parse("demo", "--seed", "7", "--exit", "--scale", "0.1"))
        .isEqualTo(new Command.Demo(true, List.of("--seed", "7", "--scale", "0.1")));
    assertThat(Command.parse("demo")).isEqualTo(new Command.Demo(false, List.of()));
  }

  @Test
  void knowsWhoseTokenIsAskedFor() {
    assertThat(Command.parse("token", "--user", "province"))
        .isEqualTo(new Command.Token(LocalTokens.Kind.USER, "province"));
    assertThat(Command.parse("token", "--client", "dashboard"))
        .isEqualTo(new Command.Token(LocalTokens.Kind.CLIENT, "dashboard"));
    assertThat(Command.parse("audit", "verify")).isEqualTo(new Command.VerifyAudit());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "upp",
        "up --now",
        "reset --y",
        "reset --yes --all",
        "UP",
        "token",
        "token --user",
        "token --name x",
        "audit",
        "audit check"
      })
  void refusesWhatItDoesNotKnow(String line) {
    assertThatThrownBy(() -> Command.parse(line.split(" ")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("./sen help");
  }

  @Test
  void refusesNothingAtAll() {
    assertThatThrownBy(Command::parse).isInstanceOf(Refusal.class);
  }
}
