package vn.sen.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;

/** The containers' files against the modules and settings they name; needs no Docker. */
class DeploymentTest {

  private static final Path ROOT = Path.of("..");

  private static final Pattern SECRET = Pattern.compile("(?i)secret|password|token|keys?$|_key");

  /** Asked of the operator, or in a file of hers. */
  private static final Pattern GIVEN_ELSEWHERE =
      Pattern.compile("\\$\\{\\w+:\\?.*}|(file:)?/run/secrets/[a-z-]+|\\./[a-z.-]+");

  private static Map<String, Map<String, Object>> services;
  private static String dockerfile;

  @BeforeAll
  static void read() throws IOException {
    Map<String, Map<String, Map<String, Object>>> compose =
        new Yaml().load(Files.readString(ROOT.resolve("docker-compose.yml")));
    services = compose.get("services");
    dockerfile = Files.readString(ROOT.resolve("Dockerfile"));
  }

  @Test
  void everyServiceModuleHasItsContainer() throws IOException {
    var modules =
        Pattern.compile("<module>([^<]+-service|gateway)</module>")
            .matcher(Files.readString(ROOT.resolve("pom.xml")))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    assertThat(built().values()).doesNotHaveDuplicates().containsAll(modules);
    for (String module : modules) {
      assertThat(Files.readString(ROOT.resolve(module).resolve("pom.xml")))
          .as("%s makes an executable jar for its container", module)
          .contains("<container.skip>false</container.skip>");
    }
  }

  @Test
  void theGatewayKnowsEveryServiceByItsContainersName() throws IOException {
    var contexts = contexts();
    var expected =
        contexts.stream()
            .collect(
                Collectors.toMap(
                    context -> "SEN_ROUTES_" + context.toUpperCase(),
                    context -> "http://" + context + ":8080"));
    assertThat(environment(services.get("gateway"))).containsAllEntriesOf(expected);
    assertThat(built().keySet()).containsAll(contexts);
  }

  @Test
  void onlyTheGatewaysPortIsPublished() {
    assertThat(services).allSatisfy(this::publishesNothingUnlessGateway);
  }

  private void publishesNothingUnlessGateway(String name, Map<String, Object> service) {
    if (name.equals("gateway")) {
      assertThat(service.get("ports")).isEqualTo(List.of("${SEN_PORT:-8080}:8080"));
    } else {
      assertThat(service).doesNotContainKey("ports");
      assertThat(service.get("networks")).isEqualTo(List.of("inside"));
    }
  }

  @Test
  void everythingStartsAfterWhatItNeedsIsHealthy() {
    assertThat(services)
        .allSatisfy(
            (name, service) ->
                dependencies(service)
                    .forEach(
                        (needed, how) -> {
                          assertThat(services).containsKey(needed);
                          if (how.get("condition").equals("service_healthy")
                              && !built().containsKey(needed)) {
                            assertThat(services.get(needed)).containsKey("healthcheck");
                          }
                        }));
    assertThat(dependencies(services.get("gateway")).keySet())
        .isEqualTo(
            built().keySet().stream()
                .filter(s -> !s.equals("gateway"))
                .collect(Collectors.toSet()));
  }

  @Test
  void theImageRunsWithoutRootAndTellsItsHealth() {
    assertThat(dockerfile)
        .containsPattern("(?m)^USER [1-9]\\d+:[1-9]\\d+$")
        .containsPattern("(?m)^HEALTHCHECK ")
        .contains("/actuator/health/readiness")
        .contains("extract --layers");
  }

  @Test
  void noSecretIsWrittenDown() throws IOException {
    var written =
        Stream.concat(
            services.values().stream().flatMap(s -> environment(s).entrySet().stream()),
            Files.readAllLines(ROOT.resolve(".env.example")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> Map.entry(line.split("=")[0], line.split("=", 2)[1])));
    assertThat(written)
        .filteredOn(variable -> SECRET.matcher(variable.getKey()).find())
        .allSatisfy(variable -> assertThat(variable.getValue()).matches(GIVEN_ELSEWHERE));
    assertThat(dockerfile).doesNotContainPattern(SECRET);
  }

  /** Container to module, for what is built here. */
  private static Map<String, String> built() {
    return services.entrySet().stream()
        .filter(service -> service.getValue().containsKey("build"))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                service -> {
                  var build = (Map<?, ?>) service.getValue().get("build");
                  return ((Map<?, ?>) build.get("args")).get("SERVICE").toString();
                }));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> environment(Map<String, Object> service) {
    return (Map<String, String>) service.getOrDefault("environment", Map.of());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, Object>> dependencies(Map<String, Object> service) {
    return (Map<String, Map<String, Object>>) service.getOrDefault("depends_on", Map.of());
  }

  private static Set<String> contexts() throws IOException {
    var settings =
        (EnumerablePropertySource<?>)
            new YamlPropertySourceLoader()
                .load("settings", new ClassPathResource("application.yml"))
                .getFirst();
    return List.of(settings.getPropertyNames()).stream()
        .filter(name -> name.startsWith("sen.routes."))
        .map(name -> name.substring("sen.routes.".length()))
        .collect(Collectors.toSet());
  }
}
