package vn.sen.chassis;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What every service is told.
 *
 * @param kafka the broker
 * @param mongodb the service's own database
 * @param web HTTP limits
 */
@ConfigurationProperties("sen")
public record ChassisProperties(Kafka kafka, Mongodb mongodb, @DefaultValue Web web) {

  /**
   * @param bootstrap host:port, comma separated
   * @param patience how long to wait for the broker at start
   */
  public record Kafka(String bootstrap, @DefaultValue("60s") Duration patience) {}

  /**
   * @param database the service's own database
   */
  public record Mongodb(String database) {}

  /**
   * @param bodyLimit the largest JSON body
   */
  public record Web(@DefaultValue("1MB") DataSize bodyLimit) {}
}
