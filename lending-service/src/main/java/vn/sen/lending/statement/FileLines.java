package vn.sen.lending.statement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file, one after the other. No line takes more memory than the longest that is
 * read: what is longer is passed over as it comes.
 */
final class FileLines {

  static final int MAX_LINE_BYTES = 64 * 1024;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final byte[] buffer = new byte[64 * 1024];
  private final byte[] line = new byte[MAX_LINE_BYTES];
  private final CharsetDecoder decoder =
      UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private int next;
  private int end;
  private long number;

  FileLines(InputStream in) {
    this.in = in;
  }

  /**
   * A line without its end.
   *
   * @param number from 1
   * @param text null where it is too long
   */
  record Line(long number, @Nullable String text) {}

  /**
   * The next line; null behind the last one.
   *
   * @throws FileRefusals.LineNotUtf8 if it is no text in UTF-8
   */
  @Nullable Line next() throws IOException {
    int length = 0;
    boolean tooLong = false;
    int read = read();
    if (read < 0) {
      return null;
    }
    number++;
    for (; read >= 0 && read != '\n'; read = read()) {
      if (length < MAX_LINE_BYTES) {
        line[length++] = (byte) read;
      } else {
        tooLong = true;
      }
    }
    return new Line(number, tooLong ? null : text(length));
  }

  private int read() throws IOException {
    if (next == end) {
      next = 0;
      end = in.read(buffer, 0, buffer.length);
      if (end <= 0) {
        end = 0;
        return -1;
      }
    }
    return buffer[next++] & 0xFF;
  }

  private String text(int length) {
    int from = number == 1 && startsWithMark(length) ? BYTE_ORDER_MARK.length : 0;
    int to = length > from && line[length - 1] == '\r' ? length - 1 : length;
    try {
      var text = decoder.decode(ByteBuffer.wrap(line, from, to - from)).toString();
      if (text.indexOf('\0') >= 0) {
        // UTF-16 of plain letters is valid here, and no text
        throw new FileRefusals.LineNotUtf8(number);
      }
      return text;
    } catch (CharacterCodingException e) {
      throw new FileRefusals.LineNotUtf8(number);
    }
  }

  private boolean startsWithMark(int length) {
    return length >= BYTE_ORDER_MARK.length
        && line[0] == BYTE_ORDER_MARK[0]
        && line[1] == BYTE_ORDER_MARK[1]
        && line[2] == BYTE_ORDER_MARK[2];
  }
}
