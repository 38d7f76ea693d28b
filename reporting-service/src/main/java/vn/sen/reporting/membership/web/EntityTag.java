package vn.sen.reporting.membership.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import vn.sen.reporting.membership.MembershipQuery;
import vn.sen.reporting.membership.MembershipReports.Reading;

/**
 * Names a report by what it is made of: log positions, map and parameters. It is a weak one,
 * because the answer also says how old it is.
 */
final class EntityTag {

  private static final int BYTES = 15;

  private EntityTag() {}

  static String of(Reading reading, MembershipQuery query, boolean stale) {
    var madeOf = reading.position() + "\n" + reading.mapVersion() + "\n" + query + "\n" + stale;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(madeOf.getBytes(StandardCharsets.UTF_8));
      return "W/\"" + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, BYTES)) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
