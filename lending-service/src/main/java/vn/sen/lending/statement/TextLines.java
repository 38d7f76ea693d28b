package vn.sen.lending.statement;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sen.lending.statement.LineFormat.LineUnreadable;

/** A file of text, a line of which is a loan. */
final class TextLines implements LineSource {

  /** A file of nothing but empty lines packs to a thousandth, and would be read for minutes. */
  private static final long MAX_WITH_EMPTY_LINES = 2 * StatementUpload.MAX_LINES;

  private final FileLines lines;
  private final LineFormat format;

  TextLines(InputStream in, LineFormat format) {
    this.lines = new FileLines(in);
    this.format = format;
  }

  @Override
  public @Nullable Line next() throws IOException {
    for (var line = lines.next(); line != null; line = lines.next()) {
      if (line.number() > MAX_WITH_EMPTY_LINES) {
        throw new FileRefusals.TooManyLines(StatementUpload.MAX_LINES);
      }
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
