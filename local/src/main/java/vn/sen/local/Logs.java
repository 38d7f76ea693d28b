package vn.sen.local;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.sift.SiftingAppender;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.sift.AbstractDiscriminator;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The logs of everything on the shared class path: one file for each service, and {@code
 * platform.log} for the broker, the store and the launcher. The services share one Logback, so it
 * is set up before them, and Spring Boot is told so. A line belongs to the service whose class
 * loader its thread inherited.
 */
final class Logs {
  private static final String PLATFORM = "platform";
  private static final FileSize FILE_SIZE = FileSize.valueOf("10MB");
  private static final int OLD_FILES = 3;

  private Logs() {}

  /** Sends everything to files in the folder. */
  static void to(Path folder) {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    context.putObject(LoggingSystem.class.getName(), Logs.class);
    var files = new SiftingAppender();
    files.setContext(context);
    files.setDiscriminator(new ByService());
    files.setAppenderFactory((within, service) -> file(within, folder, service));
    files.start();
    var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(files);
    for (var talkative : new String[] {"org.apache.kafka", "kafka", "state.change.logger"}) {
      context.getLogger(talkative).setLevel(Level.WARN);
    }
    // Clients of several services bear one name in one JVM; their JMX beans are not used.
    context.getLogger("org.apache.kafka.common.utils.AppInfoParser").setLevel(Level.ERROR);
  }

  /** Writes what is buffered. */
  static void end() {
    ((LoggerContext) LoggerFactory.getILoggerFactory()).stop();
  }

  private static Appender<ILoggingEvent> file(Context context, Path folder, String service) {
    var appender = new RollingFileAppender<ILoggingEvent>();
    var path = folder.resolve(service + ".log").toString();
    appender.setContext(context);
    appender.setFile(path);
    appender.setEncoder(encoder(context, service));

    var old = new FixedWindowRollingPolicy();
    old.setContext(context);
    old.setParent(appender);
    old.setFileNamePattern(path + ".%i");
    old.setMaxIndex(OLD_FILES);
    old.start();
    appender.setRollingPolicy(old);

    var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
    size.setContext(context);
    size.setMaxFileSize(FILE_SIZE);
    size.start();
    appender.setTriggeringPolicy(size);
    appender.start();
    return appender;
  }

  private static StructuredLogEncoder encoder(Context context, String service) {
    var environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("sen", Map.of("spring.application.name", service)));
    // Where the encoder looks for the name of the service.
    context.putObject(Environment.class.getName(), environment);
    var encoder = new StructuredLogEncoder();
    encoder.setContext(context);
    encoder.setFormat("ecs");
    encoder.start();
    return encoder;
  }

  private static final class ByService extends AbstractDiscriminator<ILoggingEvent> {
    private static final Set<String> SERVICES =
        Arrays.stream(Service.values()).map(Service::context).collect(Collectors.toSet());

    ByService() {
      start();
    }

    @Override
    public String getKey() {
      return "service";
    }

    @Override
    public String getDiscriminatingValue(ILoggingEvent event) {
      for (var loader = Thread.currentThread().getContextClassLoader();
          loader != null;
          loader = loader.getParent()) {
        var name = loader.getName();
        if (name != null && SERVICES.contains(name)) {
          return name;
        }
      }
      return PLATFORM;
    }
  }
}
