package vn.sen.lending.loan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What a bank says of a loan that exists. */
public sealed interface LoanUpdate {

  /** The bank's own name for it, unique for a loan; null where no bank gave one. */
  @Nullable String reference();

  /** Something happened. */
  record Posted(Posting posting) implements LoanUpdate {
    @Override
    public @Nullable String reference() {
      return posting.reference();
    }
  }

  /**
   * An earlier update was of another amount or day.
   *
   * @param amount in đồng; null where it stays
   */
  record Corrected(String reference, String corrects, @Nullable Long amount, LocalDate on)
      implements LoanUpdate {}

  /** An earlier update never happened. */
  record Reversed(String reference, String reverses, LocalDate on) implements LoanUpdate {}

  /** The same for the same content, whenever it is told. */
  default String digest() {
    var content =
        this instanceof Posted(var posting)
            ? "%s %d %s".formatted(posting.on(), posting.sequence(), posting.act())
            : toString();
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
