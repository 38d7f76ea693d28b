package vn.sen.reporting.reading.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.method.MethodValidator;
import org.springframework.web.bind.support.WebBindingInitializer;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.HandlerMethodValidator;
import org.springframework.web.method.support.HandlerMethodArgumentResolverComposite;
import org.springframework.web.method.support.InvocableHandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletRequestDataBinderFactory;
import vn.sen.chassis.view.ConsistencyToken;

/**
 * Asks the controller of a report as a client would who wants it only if it has changed, without
 * writing what it answers. So whatever a report checks and takes, it checks and takes live.
 */
public final class ReportCall {

  private final ObjectProvider<RequestMappingHandlerAdapter> adapter;
  private final DefaultParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();

  /**
   * @param adapter knows how arguments are read; asked for later, since it is made after this
   */
  public ReportCall(ObjectProvider<RequestMappingHandlerAdapter> adapter) {
    this.adapter = adapter;
  }

  /** Whether a handler answers with a report. */
  public static boolean isReport(HandlerMethod handler) {
    return ResolvableType.forMethodReturnType(handler.getMethod()).getGeneric(0).resolve()
        == ReportAnswer.class;
  }

  /**
   * The report with its tag.
   *
   * @param known the tag of the one that the caller has; null if she has none
   * @return null if it is the one she has
   * @throws Exception as the controller throws it
   */
  public @Nullable ResponseEntity<ReportAnswer<?>> ask(
      HandlerMethod handler, HttpServletRequest request, @Nullable String known) throws Exception {
    var method = new InvocableHandlerMethod(handler);
    var resolvers = Objects.requireNonNull(adapter.getObject().getArgumentResolvers());
    var initializer = adapter.getObject().getWebBindingInitializer();
    method.setHandlerMethodArgumentResolvers(
        new HandlerMethodArgumentResolverComposite().addResolvers(resolvers));
    method.setDataBinderFactory(new ServletRequestDataBinderFactory(List.of(), initializer));
    method.setParameterNameDiscoverer(names);
    method.setMethodValidator(validator(initializer));
    var asking = new ServletWebRequest(new Asking(request, known));
    @SuppressWarnings("unchecked")
    var answer =
        (ResponseEntity<ReportAnswer<?>>)
            method.invokeForRequest(asking, new ModelAndViewContainer());
    return answer;
  }

  private @Nullable MethodValidator validator(@Nullable WebBindingInitializer initializer) {
    return HandlerMethodValidator.from(
        initializer, names, parameter -> !isSimple(parameter), ReportCall::isSimple);
  }

  private static boolean isSimple(MethodParameter parameter) {
    return BeanUtils.isSimpleProperty(parameter.getParameterType());
  }

  /** The same request for JSON, under a condition of its own. */
  private static final class Asking extends HttpServletRequestWrapper {

    private final Map<String, String> own = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Asking(HttpServletRequest request, @Nullable String known) {
      super(request);
      own.put(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE);
      own.put(HttpHeaders.IF_NONE_MATCH, known == null ? "" : known);
      if (known != null) {
        // she has seen her own write
        own.put(ConsistencyToken.HEADER, "");
      }
    }

    @Override
    public @Nullable String getHeader(String name) {
      var value = own.get(name);
      if (value == null) {
        return super.getHeader(name);
      }
      return value.isEmpty() ? null : value;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      var value = own.get(name);
      if (value == null) {
        return super.getHeaders(name);
      }
      return value.isEmpty()
          ? Collections.emptyEnumeration()
          : Collections.enumeration(List.of(value));
    }
  }
}
