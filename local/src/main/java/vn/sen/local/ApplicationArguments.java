package vn.sen.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the launcher tells Spring Boot on the command line; it overrides the environment. */
record ApplicationArguments(
    Settings settings,
    DataFolder data,
    String kafkaBootstrap,
    String mongodbUri,
    Map<Service, Ports.Reserved> ports) {
  private static final String LOOPBACK = "127.0.0.1";
  private static final long UNLIMITED = 100_000_000;

  /** Several applications share this JVM and end in the launcher's order. */
  private static final List<String> COMMON =
      List.of(
          "--spring.config.location=optional:classpath:/",
          "--spring.main.banner-mode=off",
          "--spring.main.register-shutdown-hook=false",
          "--spring.lifecycle.timeout-per-shutdown-phase=5s",
          "--spring.jmx.enabled=false",
          "--management.metrics.use-global-registry=false",
          "--logging.register-shutdown-hook=false");

  List<String> of(Service service) {
    var arguments = new ArrayList<>(COMMON);
    int port = port(service);
    arguments.add("--server.address=" + LOOPBACK);
    arguments.add("--server.port=" + port);
    arguments.add("--server.tomcat.basedir=" + data.work().resolve(service.context()));
    arguments.add("--sen.kafka.bootstrap=" + kafkaBootstrap);
    arguments.add("--spring.mongodb.uri=" + mongodbUri);
    if (settings.mongodb() == null) {
      // Nobody else uses the embedded store, and with the same name after a restart its leases are
      // its own at once.
      arguments.add("--sen.relay.instance=local");
    }
    arguments.add("--sen.local=true");
    arguments.add("--sen.privacy.keys=" + new Secrets(data.secrets()).privacyKeys());
    arguments.add("--sen.access.issuer=" + issuer());
    arguments.add("--sen.access.jwk-set=" + jwkSet());
    if (service == Service.REPORTING) {
      arguments.add("--sen.reporting.simulated=" + data.isSimulated());
      arguments.add("--sen.issuance.keys=" + new Secrets(data.secrets()).issuanceKeys());
    }
    if (service == Service.IDENTITY) {
      arguments.addAll(ofIssuer());
    }
    return arguments;
  }

  private List<String> ofIssuer() {
    var secrets = new Secrets(data.secrets());
    return List.of(
        "--sen.identity.keys=file:" + secrets.signingKeys(),
        "--sen.identity.local.secret=" + secrets.local(),
        "--sen.identity.gateway.client-secret=" + secrets.gatewayClient(),
        "--sen.identity.gateway.redirect-uris=" + settings.gateway() + "/session/callback",
        "--sen.identity.gateway.post-logout-redirect-uris=" + settings.gateway() + "/",
        "--sen.identity.gateway.back-channel-logout-uri="
            + settings.gateway()
            + "/session/back-channel");
  }

  private String issuer() {
    return settings.gateway() + "/identity";
  }

  private String jwkSet() {
    return at(Service.IDENTITY) + "/identity/oauth2/jwks";
  }

  private int port(Service service) {
    return Objects.requireNonNull(ports.get(service)).number();
  }

  private String at(Service service) {
    return "http://" + LOOPBACK + ":" + port(service);
  }

  List<String> ofGateway() {
    var arguments = new ArrayList<>(COMMON);
    arguments.add("--server.address=" + settings.address());
    arguments.add("--server.port=" + settings.port());
    arguments.add("--logging.file.name=" + data.logs().resolve("gateway.log"));
    arguments.add("--logging.structured.format.file=ecs");
    arguments.add("--logging.threshold.console=OFF");
    var secrets = new Secrets(data.secrets());
    arguments.add("--sen.gateway.external-url=" + settings.gateway());
    arguments.add("--sen.gateway.sessions.client-secret=" + secrets.gatewayClient());
    arguments.add("--sen.gateway.sessions.key=" + secrets.sessionKey());
    arguments.add("--sen.gateway.sessions.mongodb=" + mongodbUri);
    arguments.add("--sen.access.issuer=" + issuer());
    arguments.add("--sen.access.jwk-set=" + jwkSet());
    // Scripts and the demo on this machine are one client; they may ask for as much as it can do.
    arguments.add("--sen.gateway.rate-limit.clients.local=" + UNLIMITED);
    for (var service : Service.values()) {
      arguments.add("--sen.routes." + service.context() + "=" + at(service));
    }
    return arguments;
  }
}
