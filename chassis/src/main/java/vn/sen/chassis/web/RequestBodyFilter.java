package vn.sen.chassis.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import vn.sen.chassis.command.CommandContextResolver;
import vn.sen.chassis.privacy.BodyDigest;

/**
 * Reads JSON bodies once: refuses those over the limit before anything is done, and takes the
 * digest by which a reused idempotency key is noticed. Files are streamed and pass by.
 */
public final class RequestBodyFilter extends OncePerRequestFilter {

  private final int limit;
  private final BodyDigest digest;
  private final HandlerExceptionResolver problems;

  /**
   * @param limit bytes
   * @param problems answers with a problem detail
   */
  public RequestBodyFilter(int limit, BodyDigest digest, HandlerExceptionResolver problems) {
    this.limit = limit;
    this.digest = digest;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!isJson(request.getContentType())) {
      chain.doFilter(request, response);
      return;
    }
    byte[] body = request.getInputStream().readNBytes(limit + 1);
    if (body.length > limit) {
      problems.resolveException(request, response, null, new BodyTooLarge(limit));
      return;
    }
    request.setAttribute(CommandContextResolver.BODY_HASH, digest.of(body));
    chain.doFilter(new Buffered(request, body), response);
  }

  private static boolean isJson(@Nullable String contentType) {
    return contentType != null
        && contentType.regionMatches(
            true,
            0,
            MediaType.APPLICATION_JSON_VALUE,
            0,
            MediaType.APPLICATION_JSON_VALUE.length());
  }

  /** The request with its body in memory. */
  private static final class Buffered extends HttpServletRequestWrapper {
    private final byte[] body;

    Buffered(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
      var bytes = new ByteArrayInputStream(body);
      return new ServletInputStream() {
        @Override
        public int read() {
          return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
          return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
          return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
          throw new UnsupportedOperationException("Bodies are read blocking");
        }
      };
    }

    @Override
    public BufferedReader getReader() {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }
}
