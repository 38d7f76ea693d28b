package vn.sen.chassis.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page ended. Clients hand it back as they got it. */
public final class Cursor {

  private static final char SEPARATOR = '\u001f';

  private Cursor() {}

  /** Packs the sort values of a page's last item. */
  public static String of(String... parts) {
    var joined = String.join(String.valueOf(SEPARATOR), parts);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(joined.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Unpacks a cursor.
   *
   * @param parts how many values it must hold
   * @return the values, or an empty list for the first page (no cursor)
   * @throws CursorInvalid if it is none of ours
   */
  public static List<String> parse(@Nullable String cursor, int parts) {
    if (cursor == null || cursor.isEmpty()) {
      return List.of();
    }
    try {
      var joined = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      var values = List.of(joined.split(String.valueOf(SEPARATOR), -1));
      if (values.size() != parts) {
        throw new CursorInvalid();
      }
      return values;
    } catch (IllegalArgumentException e) {
      throw new CursorInvalid();
    }
  }

  /**
   * Unpacks the cursor of a list in the order of ids.
   *
   * @return null for the first page
   * @throws CursorInvalid if it is none of ours
   */
  public static @Nullable UUID parseId(@Nullable String cursor) {
    var parts = parse(cursor, 1);
    try {
      return parts.isEmpty() ? null : UUID.fromString(parts.getFirst());
    } catch (IllegalArgumentException e) {
      throw new CursorInvalid();
    }
  }
}
