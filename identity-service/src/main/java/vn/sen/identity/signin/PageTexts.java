package vn.sen.identity.signin;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.web.ProblemTexts;

/** The texts of the pages, in the language of the request at hand. */
@Component
class PageTexts {

  private static final String BUNDLE = "messages.pages";

  private final ProblemTexts rules;

  PageTexts(ProblemTexts rules) {
    this.rules = rules;
  }

  Map<String, String> all() {
    var bundle = bundle();
    var texts = new HashMap<String, String>();
    bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
    return texts;
  }

  String say(String key) {
    return bundle().getString(key);
  }

  /** What is wrong and what to do. */
  String say(RuleViolation violation) {
    return rules.detail(violation.rule(), locale(), violation.arguments());
  }

  private static ResourceBundle bundle() {
    return ResourceBundle.getBundle(
        BUNDLE,
        locale(),
        PageTexts.class.getClassLoader(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private static Locale locale() {
    return LocaleContextHolder.getLocale();
  }
}
