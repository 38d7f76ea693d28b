package vn.sen.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sen.embedded.EmbeddedKafka;

class LayoutTest {
  private static final String OWN = "application.yml";

  @TempDir Path platform;

  @BeforeEach
  void build() throws IOException {
    Files.createDirectories(platform.resolve("services"));
    Files.createDirectories(platform.resolve("gateway"));
    jar("services/membership-service.jar", "membership");
    jar("services/reporting-service.jar", "reporting");
    jar("gateway/gateway.jar", "gateway");
  }

  @Test
  void givesEachServiceItsOwnResources() throws IOException {
    var layout = new Layout(platform);

    assertThat(own(layout.loaderOf(Service.MEMBERSHIP))).isEqualTo("membership");
    assertThat(own(layout.loaderOf(Service.REPORTING))).isEqualTo("reporting");
    assertThat(own(layout.loaderOfGateway())).isEqualTo("gateway");
  }

  @Test
  void sharesLibrariesAmongServicesOnly() throws ClassNotFoundException {
    var layout = new Layout(platform);
    var library = EmbeddedKafka.class;

    assertThat(layout.loaderOf(Service.MEMBERSHIP).loadClass(library.getName())).isSameAs(library);
    assertThatExceptionOfType(ClassNotFoundException.class)
        .isThrownBy(() -> layout.loaderOfGateway().loadClass(library.getName()));
  }

  @Test
  void saysWhatTheBuildLacks() throws IOException {
    var layout = new Layout(platform);

    assertThatThrownBy(() -> layout.loaderOf(Service.LENDING))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("lending-service.jar");

    Files.delete(platform.resolve("gateway/gateway.jar"));
    Files.delete(platform.resolve("gateway"));
    assertThatThrownBy(layout::loaderOfGateway).isInstanceOf(Refusal.class);
  }

  private void jar(String name, String content) throws IOException {
    try (var jar = new JarOutputStream(Files.newOutputStream(platform.resolve(name)))) {
      jar.putNextEntry(new JarEntry(OWN));
      jar.write(content.getBytes(UTF_8));
    }
  }

  private static String own(ClassLoader loader) throws IOException {
    try (var in = loader.getResourceAsStream(OWN)) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
