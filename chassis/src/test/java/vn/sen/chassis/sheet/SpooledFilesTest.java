package vn.sen.chassis.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpooledFilesTest {

  @TempDir Path temp;

  @Test
  void whatAKilledProcessLeftIsDeletedAtTheNextStart() throws Exception {
    // given
    var folder = temp.resolve("spool");
    var files = new SpooledFiles(folder);
    var left = files.create();
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    var another = files.create();

    // when
    var fresh = new SpooledFiles(folder).create();

    // then another instance's file of now stays
    assertThat(folder).isDirectoryContaining(another::equals).isDirectoryContaining(fresh::equals);
    assertThat(left).doesNotExist();
  }

  @Test
  void nobodyElseMayRead() throws Exception {
    var folder = temp.resolve("spool");
    var file = new SpooledFiles(folder).create();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
