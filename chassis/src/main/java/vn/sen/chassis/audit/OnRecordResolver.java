package vn.sen.chassis.audit;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import vn.sen.chassis.access.Callers;

/** Gives handlers their {@link OnRecord}. */
final class OnRecordResolver implements HandlerMethodArgumentResolver {

  private final AuditTrail trail;

  OnRecordResolver(AuditTrail trail) {
    this.trail = trail;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == OnRecord.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest webRequest,
      @Nullable WebDataBinderFactory binderFactory) {
    var request = webRequest.getNativeRequest(HttpServletRequest.class);
    if (request == null) {
      throw new IllegalStateException("Endpoints are asked over HTTP");
    }
    return new OnRecord(trail, Callers.of(webRequest), Operations.handled(request));
  }
}
