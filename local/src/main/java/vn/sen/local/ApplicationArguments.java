package vn.sen.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the launcher tells Spring Boot on the command line; it overrides the environment. */
record ApplicationArguments(
    Settings settings, DataFolder data, String kafkaBootstrap, String mongodbUri) {
  private static final String LOOPBACK = "127.0.0.1";

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

  List<String> of(Service service, int port) {
    var arguments = new ArrayList<>(COMMON);
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
    return arguments;
  }

  List<String> ofGateway(Map<Service, Ports.Reserved> services) {
    var arguments = new ArrayList<>(COMMON);
    arguments.add("--server.address=" + settings.address());
    arguments.add("--server.port=" + settings.port());
    arguments.add("--logging.file.name=" + data.logs().resolve("gateway.log"));
    arguments.add("--logging.structured.format.file=ecs");
    arguments.add("--logging.threshold.console=OFF");
    services.forEach(
        (service, port) ->
            arguments.add(
                "--sen.routes." + service.context() + "=http://" + LOOPBACK + ":" + port.number()));
    return arguments;
  }
}
