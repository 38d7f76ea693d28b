package vn.sen.chassis.web;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Vietnamese first, English where it is preferred; never the server's own language. */
public final class Languages {

  private static final Locale VIETNAMESE = Locale.of("vi");
  private static final List<Locale> SPOKEN = List.of(VIETNAMESE, Locale.ENGLISH);

  private Languages() {}

  /** For what the framework itself says, such as which field breaks a constraint. */
  public static LocaleResolver resolver() {
    var resolver = new AcceptHeaderLocaleResolver();
    resolver.setSupportedLocales(SPOKEN);
    resolver.setDefaultLocale(VIETNAMESE);
    return resolver;
  }

  /** The language to answer in; a header that cannot be read counts as none. */
  static Locale of(WebRequest request) {
    var header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    if (header == null || header.isBlank()) {
      return VIETNAMESE;
    }
    try {
      var found = Locale.lookup(Locale.LanguageRange.parse(header), SPOKEN);
      return found == null ? VIETNAMESE : found;
    } catch (IllegalArgumentException _) {
      return VIETNAMESE;
    }
  }
}
