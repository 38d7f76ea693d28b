package vn.sen.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path temp;

  @Test
  void isMadeWithItsParts() throws IOException {
    try (var data = DataFolder.open(temp.resolve("a/b"))) {
      assertThat(data.kafka()).isDirectory().hasParent(temp.resolve("a/b"));
      assertThat(data.mongodb()).isDirectory();
      assertThat(data.work()).isDirectory();
      assertThat(data.logs()).isDirectory();
    }
  }

  @Test
  void belongsToOneAtATime() throws IOException {
    // given
    try (var held = DataFolder.open(temp)) {
      // when, then
      assertThatThrownBy(() -> DataFolder.open(temp))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("pid " + ProcessHandle.current().pid())
          .hasMessageContaining(temp.toString());
      assertThat(held.kafka()).exists();
    }
    // and when it is given back
    try (var again = DataFolder.open(temp)) {
      assertThat(again.kafka()).exists();
    }
  }

  @Test
  void refusesAFileInItsPlace() throws IOException {
    var file = Files.writeString(temp.resolve("file"), "not a folder");

    assertThatThrownBy(() -> DataFolder.open(file))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(file.toString());
    assertThatThrownBy(() -> DataFolder.open(file.resolve("below"))).isInstanceOf(Refusal.class);
  }

  @Test
  void refusesWhenAPartCannotBeMadeAndLetsGo() throws IOException {
    // given
    var blocked = Files.writeString(temp.resolve("kafka"), "in the way");

    // when, then
    assertThatThrownBy(() -> DataFolder.open(temp)).isInstanceOf(Refusal.class);

    // and once it is out of the way
    Files.delete(blocked);
    try (var data = DataFolder.open(temp)) {
      assertThat(data.kafka()).isDirectory();
    }
  }

  @Test
  void forgetsWhatThePlatformMadeAndNothingElse() throws IOException {
    var mine = Files.writeString(temp.resolve("letter.txt"), "do not delete");
    try (var data = DataFolder.open(temp)) {
      var log = Files.createDirectories(data.kafka().resolve("log/topic-0"));
      Files.writeString(log.resolve("00000.log"), "records");
      Files.writeString(data.mongodb().resolve("documents.mv"), "documents");

      data.forget();

      assertThat(data.kafka()).doesNotExist();
      assertThat(data.mongodb()).doesNotExist();
      assertThat(mine).exists();
    }
  }

  @Test
  void forgetsALinkWithoutWhatItLeadsTo() throws IOException {
    // given
    var elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
    var kept = Files.writeString(elsewhere.resolve("kept"), "");
    try (var data = DataFolder.open(temp.resolve("data"))) {
      Files.createSymbolicLink(data.work().resolve("link"), elsewhere);

      // when
      data.forget();
    }

    // then
    assertThat(kept).exists();
  }

  @Test
  void knowsThatItsDataAreMadeUpUntilTheyAreForgotten() throws IOException {
    try (var data = DataFolder.open(temp)) {
      assertThat(data.isSimulated()).isFalse();
      data.markSimulated();
      data.markSimulated();
    }
    try (var again = DataFolder.open(temp)) {
      assertThat(again.isSimulated()).isTrue();
      again.forget();
      assertThat(again.isSimulated()).isFalse();
    }
  }
}
