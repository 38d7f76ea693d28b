package vn.sen.local;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the build has put what runs here. Services share this class's own class path (chassis and
 * libraries) and add themselves to it, and what no other service needs; the gateway shares nothing
 * with them, for Spring MVC and WebFlux cannot be on one class path.
 *
 * @param platform the folder that holds {@code sen.jar}, {@code services} and {@code gateway}
 */
record Layout(Path platform) {

  /** The one this class was loaded from. */
  static Layout ofThisProcess() {
    try {
      var source = Layout.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return new Layout(Path.of(source).resolveSibling(""));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A new loader that knows the service and, above it, what all services share. */
  ClassLoader loaderOf(Service service) {
    var jar = platform.resolve("services").resolve(service.jar());
    if (Files.notExists(jar)) {
      throw incomplete(jar);
    }
    var own = platform.resolve("services").resolve(service.context());
    var jars = new ArrayList<Path>(List.of(jar));
    if (Files.isDirectory(own)) {
      jars.addAll(jarsIn(own));
    }
    return new URLClassLoader(
        service.context(),
        jars.stream().map(Layout::url).toArray(URL[]::new),
        Layout.class.getClassLoader());
  }

  /** A new loader that knows the gateway, its libraries and the JDK, and nothing else. */
  ClassLoader loaderOfGateway() {
    return new URLClassLoader(
        "gateway",
        jarsIn(platform.resolve("gateway")).stream().map(Layout::url).toArray(URL[]::new),
        ClassLoader.getPlatformClassLoader());
  }

  private static List<Path> jarsIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw incomplete(folder);
    }
  }

  private static Refusal incomplete(Path missing) {
    return new Refusal(
        "Bản dựng thiếu " + missing + "; hãy chạy ./sen.",
        "The build lacks " + missing + "; run ./sen.");
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
