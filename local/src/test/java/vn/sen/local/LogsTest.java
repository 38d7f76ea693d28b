package vn.sen.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class LogsTest {
  @TempDir Path folder;

  @AfterEach
  void end() {
    Logs.end();
  }

  @Test
  void aLineIsInTheFileOfTheServiceWhoseThreadWroteIt() throws Exception {
    // given
    Logs.to(folder);

    // when
    try (var service = new URLClassLoader("lending", new URL[0], getClass().getClassLoader());
        var webApplication = new URLClassLoader(new URL[0], service)) {
      var thread =
          Thread.ofPlatform()
              .unstarted(
                  () ->
                      Thread.startVirtualThread(
                          () -> LoggerFactory.getLogger("x").info("from lending")));
      thread.setContextClassLoader(webApplication);
      thread.start();
      thread.join();
      awaitFile("lending.log");
    }
    LoggerFactory.getLogger("x").warn("from the broker");
    Logger.getLogger("by.jul").warning("through JUL");

    // then
    assertThat(read("lending.log"))
        .contains("from lending", "\"name\":\"lending\"")
        .doesNotContain("broker");
    assertThat(read("platform.log"))
        .contains("from the broker", "through JUL")
        .doesNotContain("from lending");
  }

  private void awaitFile(String name) {
    org.awaitility.Awaitility.await()
        .untilAsserted(() -> assertThat(folder.resolve(name)).isNotEmptyFile());
  }

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }
}
