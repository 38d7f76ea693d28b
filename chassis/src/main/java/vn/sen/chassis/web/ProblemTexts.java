package vn.sen.chassis.web;

import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * The texts of problems: {@code <name>.title} and {@code <name>.detail} from the service's {@code
 * messages/rules} and the chassis's {@code messages/chassis}; Vietnamese unless the client prefers
 * English.
 */
public final class ProblemTexts {

  private static final Locale VIETNAMESE = Locale.of("vi");

  private final ResourceBundleMessageSource messages;

  /**
   * @param classLoader finds the service's own texts
   */
  public ProblemTexts(ClassLoader classLoader) {
    messages = new ResourceBundleMessageSource();
    messages.setBundleClassLoader(classLoader);
    messages.setBasenames("messages/rules", "messages/chassis");
    messages.setDefaultEncoding("UTF-8");
    messages.setDefaultLocale(VIETNAMESE);
    messages.setFallbackToSystemLocale(false);
  }

  /** A short name of the problem; the bare name where no text was written. */
  public String title(String name, Locale locale) {
    return messages.getMessage(name + ".title", null, name, locale) + "";
  }

  /** What is wrong and what to do. */
  public String detail(String name, Locale locale, Object... arguments) {
    return messages.getMessage(name + ".detail", arguments, "", locale) + "";
  }
}
