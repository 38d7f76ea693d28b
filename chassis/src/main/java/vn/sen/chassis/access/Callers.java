package vn.sen.chassis.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Knows who sends the request at hand. Controllers take a {@link Caller} as an argument; it holds
 * only the appointments with a role that the endpoint {@link Needs}.
 */
public final class Callers implements HandlerMethodArgumentResolver {

  private static final String ATTRIBUTE = Callers.class.getName();
  private static final String SIGNED_IN = ATTRIBUTE + ".signedIn";
  private static final String ADMISSION = ATTRIBUTE + ".admission";

  /**
   * Who sends a request, in the roles that the endpoint needs.
   *
   * @throws SignInNeeded if nobody has signed in (401)
   */
  public static Caller of(NativeWebRequest request) {
    if (request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof Caller acting) {
      return acting;
    }
    throw new SignInNeeded();
  }

  /** Says who sends a request, for {@link #of}. */
  public static void remember(HttpServletRequest request, Caller acting) {
    request.setAttribute(ATTRIBUTE, acting);
  }

  /** Who has signed in, with all she may do; empty where nobody has. */
  public static Optional<Caller> signedIn(HttpServletRequest request) {
    return request.getAttribute(SIGNED_IN) instanceof Caller caller
        ? Optional.of(caller)
        : Optional.empty();
  }

  /**
   * Says whose token, or what else proves who she is, came with the request, for {@link #signedIn}.
   */
  public static void signIn(HttpServletRequest request, Caller caller) {
    request.setAttribute(SIGNED_IN, caller);
  }

  /**
   * For how long a request may go on that stays open.
   *
   * @throws SignInNeeded if nobody has signed in (401)
   */
  public static Admission admission(HttpServletRequest request) {
    if (request.getAttribute(ADMISSION) instanceof Admission admission) {
      return admission;
    }
    throw new SignInNeeded();
  }

  static void admit(HttpServletRequest request, Admission admission) {
    request.setAttribute(ADMISSION, admission);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Caller.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binderFactory) {
    return of(request);
  }
}
