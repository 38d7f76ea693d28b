package vn.sen.benchmarks.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.jspecify.annotations.Nullable;
import vn.sen.embedded.SharedInfrastructure;

/** Requests that cost the machine little: blocking, connections kept, nothing decoded. */
public final class Http implements AutoCloseable {

  private final CloseableHttpClient client;

  /**
   * Opens no connection yet.
   *
   * @param connections at most, to one server
   */
  public Http(int connections) {
    var pool =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setMaxConnPerRoute(connections)
            .setMaxConnTotal(connections)
            .build();
    client =
        HttpClients.custom()
            .setConnectionManager(pool)
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableContentCompression()
            .disableRedirectHandling()
            .disableAuthCaching()
            .build();
  }

  /**
   * An answer.
   *
   * @param etag empty where there is none
   * @param consistency the token with which a write is seen; empty where there is none
   */
  public record Answer(int status, String etag, String consistency, byte[] body) {

    /**
     * The answer to a request that had to succeed.
     *
     * @throws IllegalStateException if it did not
     */
    public Answer required() {
      if (status / 100 != 2) {
        throw new IllegalStateException(status + ": " + new String(body, StandardCharsets.UTF_8));
      }
      return this;
    }
  }

  /** An access token that services started here believe. */
  public static String token() {
    return SharedInfrastructure.issuer().everything("bench");
  }

  /** A question. */
  public Answer get(URI uri) {
    return send("GET", uri, Map.of(), null);
  }

  /**
   * Sends a request and reads the answer to its end.
   *
   * @throws UncheckedIOException if there is no answer
   */
  public Answer send(String method, URI uri, Map<String, String> headers, byte @Nullable [] json) {
    var request = new HttpUriRequestBase(method, uri);
    request.setHeader("Authorization", "Bearer " + token());
    headers.forEach(request::setHeader);
    if (json != null) {
      request.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
    }
    try {
      return client.execute(
          request,
          response -> {
            var entity = response.getEntity();
            var body = entity == null ? null : EntityUtils.toByteArray(entity);
            var etag = response.getFirstHeader("ETag");
            var consistency = response.getFirstHeader("Sen-Consistency");
            return new Answer(
                response.getCode(),
                etag == null ? "" : etag.getValue(),
                consistency == null ? "" : consistency.getValue(),
                body == null ? new byte[0] : body);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
