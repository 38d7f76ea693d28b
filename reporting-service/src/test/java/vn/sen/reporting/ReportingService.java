package vn.sen.reporting;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.sen.chassis.testing.ServiceClient;
import vn.sen.chassis.testing.Tokens;
import vn.sen.embedded.SharedInfrastructure;
import vn.sen.reporting.issuance.sign.SigningKeys;

/**
 * The service on a real broker and document store, asked over HTTP; one for all tests that extend
 * this.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "sen.view.consistency=10s")
public abstract class ReportingService {

  private static final String DATABASE = "test_" + UUID.randomUUID().toString().replace("-", "");

  private static final Path ISSUANCE_KEYS = issuanceKeys();

  private static Path issuanceKeys() {
    try {
      var file = Files.createTempFile("issuance", ".json");
      file.toFile().deleteOnExit();
      return Files.writeString(file, SigningKeys.print("test"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @DynamicPropertySource
  static void infrastructure(DynamicPropertyRegistry registry) {
    PublishedProvince.isThere();
    registry.add("sen.kafka.bootstrap", SharedInfrastructure::kafkaBootstrap);
    registry.add("spring.mongodb.uri", SharedInfrastructure::mongoUri);
    Tokens.trust(registry);
    registry.add("sen.issuance.keys", ISSUANCE_KEYS::toString);
    registry.add("sen.mongodb.database", () -> DATABASE);
  }

  @LocalServerPort int port;

  protected ServiceClient client;

  @BeforeEach
  void connect() {
    client = new ServiceClient(port);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> client.get("/actuator/health/readiness").status() == 200);
  }
}
