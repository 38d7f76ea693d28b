package vn.sen.chassis.privacy;

import com.mongodb.client.MongoDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** Keys for services that keep personal data; made when the first part of a service asks. */
@AutoConfiguration(afterName = "vn.sen.chassis.ChassisAutoConfiguration")
@EnableConfigurationProperties(PrivacyProperties.class)
public class PrivacyAutoConfiguration {

  @Bean
  @Lazy
  PrivacyKeys privacyKeys(
      PrivacyProperties properties, @Value("${sen.local:false}") boolean local) {
    return PrivacyKeys.read(properties.file(), local);
  }

  /** For services that match people with each other's. */
  @Bean
  @Lazy
  MatchingKey matchingKey(
      PrivacyProperties properties,
      MongoDatabase database,
      @Value("${sen.local:false}") boolean local) {
    var key = MatchingKey.read(properties.matchingFile(local), local);
    key.requireSameAs(database);
    return key;
  }

  /** Keyed as soon as the service has keys. */
  @Bean
  BodyDigest bodyDigest(PrivacyProperties properties, ObjectProvider<PrivacyKeys> keys) {
    return properties.file() == null ? BodyDigest.plain() : BodyDigest.keyed(keys.getObject());
  }

  @Bean
  @Lazy
  DataKeys dataKeys(MongoDatabase database, PrivacyKeys keys, PrivacyProperties properties) {
    return new DataKeys(database, keys, properties.cachedKeys());
  }
}
