package vn.sen.identity.person;

import java.text.Normalizer;
import java.util.Locale;

/** How sign-in names are written: one name however it is typed. */
public final class SignInName {

  /** Letters without tone marks, digits, and a few signs between them. */
  static final String PATTERN = "[A-Za-z0-9][A-Za-z0-9._@-]{1,79}";

  private SignInName() {}

  public static String of(String typed) {
    return Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
