package vn.sen.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import vn.sen.chassis.audit.Refusal;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.identity.token.BackChannel;
import vn.sen.identity.token.SignedIn;

/** The pages people sign in and out with: plain forms, without any script. */
@Component
class SignInPages {

  static final String HOME = "/";
  static final String SIGN_IN = "/sign-in";
  static final String PASSWORD = "/password";
  static final String SIGN_OUT = "/sign-out";

  /** The person who has to choose a password before she is let in, in the servlet's session. */
  private static final String CHOOSING = SignInPages.class.getName() + ".choosing";

  private final SignIn signIn;
  private final BackChannel sessions;
  private final PageTexts texts;
  private final CsrfTokenRepository csrfTokens;
  private final HttpSessionRequestCache asked = new HttpSessionRequestCache();
  private final HttpSessionSecurityContextRepository contexts =
      new HttpSessionSecurityContextRepository();
  private final SecurityContextLogoutHandler forget = new SecurityContextLogoutHandler();

  SignInPages(
      SignIn signIn, BackChannel sessions, PageTexts texts, CsrfTokenRepository csrfTokens) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.texts = texts;
    this.csrfTokens = csrfTokens;
  }

  /** Where whoever has nowhere to go on to arrives. */
  ServerResponse home(ServerRequest request) {
    return signedIn().isPresent()
        ? page(request, "home", null, HttpStatus.OK)
        : to(request, SIGN_IN);
  }

  ServerResponse form(ServerRequest request) {
    return page(request, "sign-in", null, HttpStatus.OK);
  }

  ServerResponse signIn(ServerRequest request) {
    var name = request.param("name").orElse("");
    var password = request.param("password").orElse("");
    return switch (signIn.attempt(name, password)) {
      case SignIn.Outcome.Welcome(var session) -> enter(request, session);
      case SignIn.Outcome.MustChange(var person) -> {
        request.servletRequest().changeSessionId();
        request.session().setAttribute(CHOOSING, person);
        yield to(request, PASSWORD);
      }
      case SignIn.Outcome.Refused(var reason, var about) -> {
        new Refusal(null, SignIn.SIGNING_IN, reason, about).noteOn(request.servletRequest());
        yield page(request, "sign-in", texts.say("refused"), HttpStatus.UNAUTHORIZED);
      }
      case SignIn.Outcome.TryLater(var about) -> {
        new Refusal(null, SignIn.SIGNING_IN, "too-many-attempts", about)
            .noteOn(request.servletRequest());
        yield page(request, "sign-in", texts.say("tryLater"), HttpStatus.TOO_MANY_REQUESTS);
      }
    };
  }

  /** For whoever was given a password by somebody else, and for whoever wants another one. */
  ServerResponse passwordForm(ServerRequest request) {
    return choosing(request).isPresent() || signedIn().isPresent()
        ? page(request, "password", null, HttpStatus.OK)
        : to(request, SIGN_IN);
  }

  ServerResponse choosePassword(ServerRequest request) {
    var choosing = choosing(request);
    var session = signedIn();
    if (choosing.isEmpty() && session.isEmpty()) {
      return to(request, SIGN_IN);
    }
    var password = request.param("password").orElse("");
    try {
      if (!password.equals(request.param("again").orElse(""))) {
        throw new PasswordRules.PasswordsDiffer();
      }
      return choosing.isPresent()
          ? chosen(request, choosing.get(), password)
          : replaced(request, session.get().person(), password);
    } catch (RuleViolation unusable) {
      return page(request, "password", texts.say(unusable), HttpStatus.valueOf(unusable.status()));
    }
  }

  private ServerResponse chosen(ServerRequest request, UUID person, String password) {
    var session = signIn.change(person, password);
    request.session().removeAttribute(CHOOSING);
    return enter(request, session);
  }

  private ServerResponse replaced(ServerRequest request, UUID person, String password) {
    try {
      begin(request, signIn.replace(person, request.param("present").orElse(""), password));
      return page(request, "home", texts.say("passwordChanged"), HttpStatus.OK);
    } catch (PasswordRules.PresentPasswordWrong | PasswordRules.TooManyAttempts refused) {
      new Refusal(person.toString(), SignIn.CHANGING, refused.rule(), List.of(person))
          .noteOn(request.servletRequest());
      throw refused;
    }
  }

  private Optional<UUID> choosing(ServerRequest request) {
    return request.session().getAttribute(CHOOSING) instanceof UUID person
            && signIn.mayChange(person)
        ? Optional.of(person)
        : Optional.empty();
  }

  ServerResponse signOutForm(ServerRequest request) {
    return signedIn().isPresent()
        ? page(request, "sign-out", null, HttpStatus.OK)
        : to(request, SIGN_IN);
  }

  ServerResponse signOut(ServerRequest request) {
    signedIn().map(SignedIn::sid).ifPresent(sessions::end);
    forget.logout(
        request.servletRequest(),
        response(),
        SecurityContextHolder.getContext().getAuthentication());
    return page(request, "signed-out", null, HttpStatus.OK);
  }

  private ServerResponse enter(ServerRequest request, SignedIn session) {
    begin(request, session);
    var goingTo = asked.getRequest(request.servletRequest(), response());
    return goingTo == null
        ? to(request, HOME)
        : ServerResponse.seeOther(URI.create(goingTo.getRedirectUrl())).build();
  }

  /** Under a new session id and a new CSRF token, so that one fixed before is worth nothing. */
  private void begin(ServerRequest request, SignedIn session) {
    var servletRequest = request.servletRequest();
    servletRequest.getSession();
    servletRequest.changeSessionId();
    new CsrfAuthenticationStrategy(csrfTokens)
        .onAuthentication(session, servletRequest, response());
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(session);
    contexts.saveContext(context, servletRequest, response());
  }

  private static Optional<SignedIn> signedIn() {
    return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn session
        ? Optional.of(session)
        : Optional.empty();
  }

  private static ServerResponse to(ServerRequest request, String page) {
    return ServerResponse.seeOther(URI.create(request.servletRequest().getContextPath() + page))
        .build();
  }

  private ServerResponse page(
      ServerRequest request, String template, @Nullable String message, HttpStatus status) {
    Map<String, Object> model = new HashMap<>();
    model.put("text", texts.all());
    model.put("language", LocaleContextHolder.getLocale().getLanguage());
    model.put("base", request.servletRequest().getContextPath());
    model.put("name", request.param("name").orElse(""));
    if (signedIn().isPresent() && choosing(request).isEmpty()) {
      model.put("present", true);
    }
    if (message != null) {
      model.put("message", message);
    }
    csrf(request.servletRequest()).ifPresent(token -> model.put("csrf", token));
    return ServerResponse.status(status).render(template, model);
  }

  private static HttpServletResponse response() {
    var attributes = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
    return Objects.requireNonNull(attributes.getResponse(), "pages are asked for over HTTP");
  }

  private static Optional<CsrfToken> csrf(HttpServletRequest request) {
    return Optional.ofNullable((CsrfToken) request.getAttribute(CsrfToken.class.getName()));
  }
}
