package vn.sen.chassis.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses callers without a role that the endpoint {@link Needs}, before anything is read. */
final class NeedsCheck implements HandlerInterceptor {

  private final Map<Method, Set<Role>> known = new ConcurrentHashMap<>();

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      var needed = known.computeIfAbsent(method.getMethod(), _ -> orNothing(method));
      if (!needed.isEmpty()) {
        var acting = Callers.signedIn(request).orElseThrow(SignInNeeded::new).acting(needed);
        if (acting.appointments().isEmpty()) {
          throw new RoleMissing(needed);
        }
        Callers.remember(request, acting);
      }
    }
    return true;
  }

  private static Set<Role> orNothing(HandlerMethod method) {
    var needed = needed(method);
    return needed == null ? Set.of() : needed;
  }

  /** The roles, or null where the endpoint is none of ours and says nothing. */
  static @Nullable Set<Role> needed(HandlerMethod method) {
    var needs = method.getMethodAnnotation(Needs.class);
    return needs == null ? null : EnumSet.copyOf(List.of(needs.value()));
  }
}
