package vn.sen.lending.statement;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sen.lending.statement.LineFormat.LineUnreadable;

/** A file of text, a line of which is a loan. */
final class TextLines implements LineSource {

  private final FileLines lines;
  private final LineFormat format;

  TextLines(InputStream in, LineFormat format) {
    this.lines = new FileLines(in);
    this.format = format;
  }

  @Override
  public @Nullable Line next() throws IOException {
    for (var line = lines.next(); line != null; line = lines.next()) {
      var text = line.text();
      if (text == null) {
        return new Unreadable(line.number(), "", "line-too-long");
      }
      var read = text.isBlank() ? null : read(line.number(), text);
      if (read != null) {
        return read;
      }
    }
    return null;
  }

  private @Nullable Line read(long number, String text) {
    try {
      var values = format.values(number, text);
      return values.heading() ? null : new Fields(number, values.texts(), Map.of());
    } catch (LineUnreadable e) {
      return new Unreadable(number, e.field(), e.rule());
    }
  }

  /** The stream is its sender's, who may still be sending. */
  @Override
  public void close() {}
}
