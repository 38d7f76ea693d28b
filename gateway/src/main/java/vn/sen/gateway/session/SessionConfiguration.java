package vn.sen.gateway.session;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.gateway.GatewaySettings;
import vn.sen.gateway.access.AccessSettings;
import vn.sen.gateway.access.IssuerClient;
import vn.sen.gateway.access.IssuerKeys;

/** Sessions, where the gateway is to have any. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "sen.gateway.sessions.enabled", matchIfMissing = true)
class SessionConfiguration {

  private static final int SECONDS_TO_FIND_STORE = 3;
  private static final int SECONDS_TO_ANSWER = 5;

  private final SessionSettings settings;
  private final GatewaySettings gateway;

  SessionConfiguration(SessionSettings settings, GatewaySettings gateway) {
    this.settings = settings;
    this.gateway = gateway;
  }

  @Bean
  MongoClient sessionMongo() {
    return MongoClients.create(
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(settings.mongodb()))
            .applyToClusterSettings(
                cluster -> cluster.serverSelectionTimeout(SECONDS_TO_FIND_STORE, TimeUnit.SECONDS))
            .applyToSocketSettings(
                socket ->
                    socket
                        .connectTimeout(SECONDS_TO_FIND_STORE, TimeUnit.SECONDS)
                        .readTimeout(SECONDS_TO_ANSWER, TimeUnit.SECONDS))
            .build());
  }

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Keys sessionKeys() {
    return new Keys(settings.keyBytes());
  }

  @Bean
  Cookies cookies() {
    return new Cookies(gateway.gateway().externalUrl());
  }

  @Bean
  ConsoleClient consoleClient(IssuerClient issuer, IssuerKeys issuerKeys, Clock clock) {
    return new ConsoleClient(issuer, issuerKeys, settings, gateway, clock);
  }

  @Bean
  Sessions sessions(
      MongoClient mongo, ConsoleClient client, Keys keys, JsonMapper json, Clock clock) {
    return new Sessions(new SessionStore(mongo, settings, json), client, keys, settings, clock);
  }

  @Bean
  SessionFilter sessionFilter(Sessions sessions, Cookies cookies, Keys keys) {
    return new SessionFilter(sessions, cookies, keys);
  }

  @Bean
  RouterFunction<ServerResponse> sessionPages(
      Sessions sessions,
      ConsoleClient client,
      IssuerKeys issuerKeys,
      Cookies cookies,
      Keys keys,
      AccessSettings access,
      JsonMapper json,
      Clock clock) {
    var issuer = access.issuer();
    var logoutTokens =
        issuerKeys.decoder(LogoutToken.checks(issuer.toString(), settings.clientId(), clock));
    var signIn = new SignIn(client, keys, json, issuer, clock);
    var external = gateway.gateway().externalUrl();
    return new SessionPages(sessions, signIn, client, logoutTokens, cookies, keys, external)
        .routes();
  }
}
