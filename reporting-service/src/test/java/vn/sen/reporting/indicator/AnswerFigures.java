package vn.sen.reporting.indicator;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.reporting.reading.web.Links;
import vn.sen.reporting.reading.web.Position;
import vn.sen.reporting.reading.web.State;

/**
 * The numbers that the service's answers have, found by looking at the types of its controllers.
 */
final class AnswerFigures {

  /** They say where figures come from. */
  private static final Set<Class<?>> ABOUT_FIGURES =
      Set.of(Position.class, State.class, Links.class);

  /**
   * What an address answers.
   *
   * @param report whether a record that calls itself a report is in it
   * @param paths of the numbers
   */
  record Answer(boolean report, Set<String> paths) {}

  private AnswerFigures() {}

  /** What may be read of the service, by address. */
  static Map<String, Answer> byAddress() {
    var answers = new TreeMap<String, Answer>();
    new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.sen.reporting")
            .stream()
            .filter(type -> type.isAnnotatedWith(RestController.class))
            .map(JavaClass::reflect)
            .forEach(controller -> add(controller, answers));
    return answers;
  }

  private static void add(Class<?> controller, Map<String, Answer> answers) {
    var mapped = controller.getAnnotation(RequestMapping.class);
    var base = mapped == null ? "" : mapped.value()[0];
    for (var method : controller.getDeclaredMethods()) {
      if (AnnotatedElementUtils.hasAnnotation(method, GetMapping.class)) {
        var own = method.getAnnotation(GetMapping.class).value();
        answers.put(base + (own.length == 0 ? "" : own[0]), answer(method));
      }
    }
  }

  private static Answer answer(Method method) {
    var found = new Walk();
    var type = ResolvableType.forMethodReturnType(method);
    found.visit(
        HttpEntity.class.isAssignableFrom(type.toClass()) ? type.getGeneric(0) : type, List.of());
    return new Answer(found.report, found.paths);
  }

  private static final class Walk {
    private final Set<String> paths = new TreeSet<>();
    private boolean report;

    void visit(ResolvableType type, List<String> path) {
      var raw = type.toClass();
      if (isNumber(raw)) {
        paths.add(String.join(".", path).replace(".[]", "[]"));
      } else if (Collection.class.isAssignableFrom(raw)) {
        visit(type.asCollection().getGeneric(0), plus(path, "[]"));
      } else if (Map.class.isAssignableFrom(raw)) {
        visit(type.asMap().getGeneric(1), plus(path, "*"));
      } else if (raw.isRecord() && !ABOUT_FIGURES.contains(raw)) {
        report |= raw.getSimpleName().endsWith("Report");
        var parts = List.of(raw.getRecordComponents());
        var shown = parts.stream().filter(Walk::isAllThatIsShown).findFirst();
        if (shown.isPresent()) {
          visit(type(type, shown.get()), path);
        } else {
          parts.forEach(part -> visit(type, part, path));
        }
      }
    }

    private void visit(ResolvableType owner, RecordComponent part, List<String> path) {
      visit(
          type(owner, part),
          part.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
              ? path
              : plus(path, part.getName()));
    }

    private static ResolvableType type(ResolvableType owner, RecordComponent part) {
      return ResolvableType.forType(part.getGenericType(), owner);
    }

    private static boolean isAllThatIsShown(RecordComponent part) {
      return part.getAccessor().isAnnotationPresent(JsonValue.class);
    }

    private static boolean isNumber(Class<?> type) {
      return Number.class.isAssignableFrom(type)
          || type == long.class
          || type == int.class
          || type == double.class;
    }

    private static List<String> plus(List<String> path, String part) {
      var longer = new ArrayList<>(path);
      longer.add(part);
      return longer;
    }
  }
}
