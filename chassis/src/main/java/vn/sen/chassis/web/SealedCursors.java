package vn.sen.chassis.web;

import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.privacy.PrivacyKeys;
import vn.sen.chassis.privacy.SealBroken;
import vn.sen.chassis.privacy.Sealer;

/** Cursors of lists of people: where a page ended is somebody's name, so they are encrypted. */
public final class SealedCursors {

  private static final String PURPOSE = "cursor";

  private final Sealer sealer;

  public SealedCursors(PrivacyKeys keys) {
    this.sealer = keys.sealer("cursors");
  }

  /** Packs the sort values of a page's last item. */
  public String of(String... parts) {
    var sealed = sealer.seal(PURPOSE, Cursor.of(parts));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  /**
   * Unpacks a cursor.
   *
   * @param parts how many values it must hold
   * @return the values, or an empty list for the first page (no cursor)
   * @throws CursorInvalid if it is none of ours, or was changed
   */
  public List<String> parse(@Nullable String cursor, int parts) {
    if (cursor == null || cursor.isEmpty()) {
      return List.of();
    }
    try {
      var sealed = Base64.getUrlDecoder().decode(cursor);
      return Cursor.parse(sealer.open(PURPOSE, sealed), parts);
    } catch (IllegalArgumentException | SealBroken e) {
      throw new CursorInvalid();
    }
  }
}
