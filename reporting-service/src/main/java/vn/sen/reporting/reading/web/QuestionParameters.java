package vn.sen.reporting.reading.web;

import jakarta.validation.Valid;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.ServletModelAttributeMethodProcessor;
import org.springframework.web.servlet.support.ExtendedServletRequestDataBinder;

/**
 * Reads a question's parameters into the record that a {@link ParameterObject} is. Spring does it
 * as well, but asks the class file for the annotations of each component again for each request:
 * half of all that a remembered report allocated. Where anything is wrong or unusual Spring does it
 * here too, and says what.
 */
final class QuestionParameters implements HandlerMethodArgumentResolver {

  private static final ClassValue<Components> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected Components computeValue(Class<?> type) {
          return Components.of(type);
        }
      };

  private final HandlerMethodArgumentResolver careful;

  QuestionParameters() {
    this(new FromUrlOnly());
  }

  /**
   * @param careful says what is wrong where anything is
   */
  QuestionParameters(HandlerMethodArgumentResolver careful) {
    this.careful = careful;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType().isRecord()
        && parameter.hasParameterAnnotation(ParameterObject.class);
  }

  @Override
  public @Nullable Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders)
      throws Exception {
    var read = binders == null ? null : read(parameter, request, binders);
    return read == null ? careful.resolveArgument(parameter, container, request, binders) : read;
  }

  /** The record; null where Spring is to say what is wrong with it. */
  private static @Nullable Object read(
      MethodParameter parameter, NativeWebRequest request, WebDataBinderFactory binders)
      throws Exception {
    var record = COMPONENTS.get(parameter.getParameterType()).read(request, binders);
    if (record == null || !parameter.hasParameterAnnotation(Valid.class)) {
      return record;
    }
    var binder = binders.createBinder(request, record, "", ResolvableType.forInstance(record));
    binder.validate();
    return binder.getBindingResult().hasErrors() ? null : record;
  }

  /** The components of a record, whose annotations are kept once they are read. */
  private record Components(Constructor<?> constructor, List<Component> all) {

    static Components of(Class<?> type) {
      var constructor = BeanUtils.getResolvableConstructor(type);
      ReflectionUtils.makeAccessible(constructor);
      var components = type.getRecordComponents();
      var all =
          IntStream.range(0, components.length)
              .mapToObj(
                  i ->
                      new Component(
                          components[i].getName(),
                          components[i].getType(),
                          new MethodParameter(constructor, i)))
              .toList();
      return new Components(constructor, all);
    }

    @Nullable Object read(NativeWebRequest request, WebDataBinderFactory binders) throws Exception {
      var binder = binders.createBinder(request, null, "");
      var values = new Object[all.size()];
      try {
        for (int i = 0; i < values.length; i++) {
          var component = all.get(i);
          var given = request.getParameterValues(component.name());
          if (given != null && given.length > 1
              || given == null && component.type().isPrimitive()) {
            return null;
          }
          values[i] =
              given == null
                  ? null
                  : binder.convertIfNecessary(given[0], component.type(), component.parameter());
        }
        return BeanUtils.instantiateClass(constructor, values);
      } catch (TypeMismatchException | BeanInstantiationException unfit) {
        return null; // Spring finds the same, and names the field
      }
    }
  }

  private record Component(String name, Class<?> type, MethodParameter parameter) {}

  /**
   * Spring would take a header for a parameter that is absent: no address would tell the figure.
   */
  private static final class FromUrlOnly extends ServletModelAttributeMethodProcessor {

    FromUrlOnly() {
      super(true);
    }

    @Override
    protected void constructAttribute(WebDataBinder binder, NativeWebRequest request) {
      if (binder instanceof ExtendedServletRequestDataBinder extended) {
        extended.addHeaderPredicate(_ -> false);
      }
      super.constructAttribute(binder, request);
    }
  }
}
