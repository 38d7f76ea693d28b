package vn.sen.reporting.reading.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.view.ViewPosition;

/**
 * Names a report by what it is made of: log positions, map and parameters, and the version that
 * makes it. It is a weak one, because the answer also says how old it is.
 */
public final class EntityTag {

  private static final int BYTES = 15;

  /** None where classes run that were not packaged. */
  private static final @Nullable String VERSION =
      EntityTag.class.getPackage().getImplementationVersion();

  private EntityTag() {}

  /**
   * The tag of an answer.
   *
   * @param query a record of the parameters
   */
  public static String of(
      ViewPosition position, String mapVersion, Object query, boolean stale, boolean complete) {
    var parts = Stream.of(VERSION, position, mapVersion, query, stale, complete);
    var madeOf = parts.map(String::valueOf).collect(Collectors.joining("\n"));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(madeOf.getBytes(StandardCharsets.UTF_8));
      return "W/\"" + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, BYTES)) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
