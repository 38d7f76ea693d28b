package vn.sen.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sen.local.Command.Rebuild.Step;

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

  @Test
  void knowsWhichReportIsToBeChecked() {
    assertThat(Command.parse("verify", "report.jws", "--keys", "keys.json"))
        .isEqualTo(new Command.VerifyReport(null, Path.of("report.jws"), Path.of("keys.json")));
    assertThat(Command.parse("verify", "--number", "54/2026/BC-HPN/0001"))
        .isEqualTo(new Command.VerifyReport("54/2026/BC-HPN/0001", null, null));
  }

  @Test
  void knowsWhichViewsAreVerifiedAndWhatBecomesOfARebuild() {
    assertThat(Command.parse("verify-views")).isEqualTo(new Command.VerifyViews(null));
    assertThat(Command.parse("verify-views", "lending"))
        .isEqualTo(new Command.VerifyViews("lending"));
    assertThat(Command.parse("rebuild", "lending"))
        .isEqualTo(new Command.Rebuild("lending", Step.SWAP));
    assertThat(Command.parse("rebuild", "lending", "--rollback"))
        .isEqualTo(new Command.Rebuild("lending", Step.ROLLBACK));
    assertThat(Command.parse("rebuild", "lending", "--discard"))
        .isEqualTo(new Command.Rebuild("lending", Step.DISCARD));
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
        "audit check",
        "verify",
        "verify --number",
        "verify --keys keys.json",
        "verify --all",
        "verify a.jws b.jws"
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
