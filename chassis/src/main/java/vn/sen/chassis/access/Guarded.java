package vn.sen.chassis.access;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import org.springframework.http.HttpHeaders;

/**
 * An answer that no browser takes for something else, shows within another page, or keeps, unless
 * its handler says that it may be kept.
 */
final class Guarded extends HttpServletResponseWrapper {

  Guarded(HttpServletResponse response) {
    super(response);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    keepBack();
    return super.getOutputStream();
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    keepBack();
    return super.getWriter();
  }

  /** By the time the body begins, the handler has said what it has to say about keeping it. */
  private void keepBack() {
    if (!containsHeader(HttpHeaders.CACHE_CONTROL)) {
      setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
  }
}
