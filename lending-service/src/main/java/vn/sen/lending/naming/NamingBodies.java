package vn.sen.lending.naming;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import vn.sen.chassis.domain.DateOutOfRange;

/** What is sent of codes and names, and how it is kept: names composed, codes in upper case. */
public final class NamingBodies {

  private NamingBodies() {}

  /** Something to begin with. */
  public record NewNamed(
      @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9-]{1,19}") String code,
      @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*") String name,
      @NotNull LocalDate from) {

    public NewNamed kept() {
      return new NewNamed(
          code.toUpperCase(Locale.ROOT), plain(name), DateOutOfRange.checked("/from", from));
    }
  }

  /** A name from a day on. */
  public record NewName(
      @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*") String name,
      @NotNull LocalDate from) {

    public NewName kept() {
      return new NewName(plain(name), DateOutOfRange.checked("/from", from));
    }
  }

  private static String plain(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
  }
}
