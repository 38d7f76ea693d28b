package vn.sen.reporting.live.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import vn.sen.reporting.live.Follower;
import vn.sen.reporting.live.Present;

/** A response that is a stream of server-sent events. */
final class EventLine implements Follower.Line {

  private final HttpServletResponse response;
  private boolean begun;

  EventLine(HttpServletResponse response) {
    this.response = response;
  }

  /** Writes the headers, which end a reader's wait for an answer. */
  @Override
  public void begin() throws IOException {
    if (!begun) {
      begun = true;
      response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
      response.setCharacterEncoding(StandardCharsets.UTF_8);
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      // what stands between must pass each event on as it comes
      response.setHeader("X-Accel-Buffering", "no");
      response.flushBuffer();
    }
  }

  @Override
  public void tell(Present present) throws IOException {
    write("id: " + present.id() + "\nevent: report\ndata: " + present.data() + "\n\n");
  }

  @Override
  public void alive() throws IOException {
    write(":\n\n");
  }

  /** Tells why no more will come; the reader should come back with a new token, or later. */
  void end(String reason) throws IOException {
    write("event: end\ndata: {\"reason\":\"" + reason + "\"}\n\n");
  }

  /** Whether the reader knows by now that it is a stream. */
  boolean begun() {
    return begun;
  }

  private void write(String text) throws IOException {
    begin();
    response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    response.flushBuffer();
  }
}
