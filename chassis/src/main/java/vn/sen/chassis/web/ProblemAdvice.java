package vn.sen.chassis.web;

import com.mongodb.MongoException;
import jakarta.validation.ConstraintViolationException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.store.StoreErrors;
import vn.sen.chassis.store.StoreUnavailable;

/**
 * Every error as a problem detail (RFC 9457) with a stable type, in Vietnamese or English, naming
 * the fields at fault by JSON pointer and saying what to do. What the client sent is never
 * repeated.
 */
@RestControllerAdvice
public final class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
  private static final String RETRY_AFTER_SECONDS = "5";
  private final ProblemTexts texts;

  public ProblemAdvice(ProblemTexts texts) {
    this.texts = texts;
  }

  /**
   * A field at fault.
   *
   * @param pointer JSON pointer into the body, or {@code ?name} for a query parameter
   */
  public record FieldError(String pointer, String detail) {}

  @ExceptionHandler
  ResponseEntity<Object> onRuleViolation(RuleViolation violation, WebRequest request) {
    var locale = Languages.of(request);
    var problem =
        problem(
            HttpStatusCode.valueOf(violation.status()),
            violation.rule(),
            locale,
            violation.arguments());
    if (!violation.pointer().isEmpty()) {
      var detail = Objects.requireNonNullElse(problem.getDetail(), "");
      problem.setProperty("errors", List.of(new FieldError(violation.pointer(), detail)));
    }
    if (violation.status() >= 500) {
      LOG.warn("Refused for now: {}", violation.rule(), violation.getCause());
    }
    return answer(problem);
  }

  @ExceptionHandler
  ResponseEntity<Object> onConstraintViolation(
      ConstraintViolationException failure, WebRequest request) {
    var errors =
        failure.getConstraintViolations().stream()
            .map(v -> new FieldError(pointer(v.getPropertyPath().toString()), v.getMessage()))
            .toList();
    return invalid(HttpStatus.UNPROCESSABLE_CONTENT, errors, request);
  }

  /** Questions do not go through an aggregate store, which tells this for commands. */
  @ExceptionHandler
  ResponseEntity<Object> onStoreFailure(MongoException failure, WebRequest request) {
    return StoreErrors.isTransient(failure)
        ? onRuleViolation(new StoreUnavailable(), request)
        : onAnythingElse(failure, request);
  }

  @ExceptionHandler
  ResponseEntity<Object> onAnythingElse(Exception failure, WebRequest request) {
    LOG.error("A request failed unexpectedly", failure);
    return answer(
        problem(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", Languages.of(request)));
  }

  @Override
  protected ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (!failure.getParameter().hasParameterAnnotation(RequestBody.class)) {
      return unusableParameters(failure, request);
    }
    var fields =
        failure.getBindingResult().getFieldErrors().stream()
            .map(e -> new FieldError(pointer(e.getField()), text(e.getDefaultMessage())));
    var globals =
        failure.getBindingResult().getGlobalErrors().stream()
            .map(e -> new FieldError("", text(e.getDefaultMessage())));
    return invalid(
        HttpStatus.UNPROCESSABLE_CONTENT, Stream.concat(fields, globals).toList(), request);
  }

  @Override
  protected ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var errors =
        failure.getParameterValidationResults().stream()
            .flatMap(
                result ->
                    result.getResolvableErrors().stream()
                        .map(e -> new FieldError(place(result, e), text(e.getDefaultMessage()))))
            .toList();
    boolean isBody =
        !errors.isEmpty() && errors.stream().allMatch(error -> error.pointer().startsWith("/"));
    return invalid(
        isBody ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.BAD_REQUEST, errors, request);
  }

  /** A handler that also checks its parameters has its body's fields among them. */
  private static String place(ParameterValidationResult result, MessageSourceResolvable error) {
    var parameter = result.getMethodParameter();
    return parameter.hasParameterAnnotation(RequestBody.class)
            && error instanceof org.springframework.validation.FieldError field
        ? pointer(field.getField())
        : "?" + parameter.getParameterName();
  }

  /** Parameters that a handler takes together; what cannot be read would be repeated otherwise. */
  private ResponseEntity<Object> unusableParameters(
      MethodArgumentNotValidException failure, WebRequest request) {
    var unreadable = texts.detail("field-unreadable", Languages.of(request));
    var errors =
        failure.getBindingResult().getFieldErrors().stream()
            .map(
                e ->
                    new FieldError(
                        "?" + e.getField(),
                        e.isBindingFailure() ? unreadable : text(e.getDefaultMessage())))
            .toList();
    return invalid(HttpStatus.BAD_REQUEST, errors, request);
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var locale = Languages.of(request);
    if (failure.getCause() instanceof JacksonException json
        && (json instanceof InputCoercionException || !(json instanceof StreamReadException))) {
      var field = UnreadableField.of(json);
      var error = new FieldError(field.pointer(), texts.detail(field.rule(), locale));
      return invalid(HttpStatus.BAD_REQUEST, List.of(error), request);
    }
    return answer(problem(HttpStatus.BAD_REQUEST, "body-unreadable", locale));
  }

  @Override
  protected ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var name =
        failure instanceof MethodArgumentTypeMismatchException m
            ? m.getName()
            : text(failure.getPropertyName());
    return unusableParameter(name, request);
  }

  @Override
  protected ResponseEntity<Object> handleMissingServletRequestParameter(
      MissingServletRequestParameterException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return unusableParameter(failure.getParameterName(), request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception failure,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var name =
        switch (status.value()) {
          case 404 -> "no-such-resource";
          case 405 -> "method-not-allowed";
          case 406 -> "not-acceptable";
          case 413 -> "body-too-large";
          case 415 -> "media-type-unsupported";
          case 503 -> "not-in-time";
          default -> status.is4xxClientError() ? "bad-request" : "internal-error";
        };
    if (status.is5xxServerError()) {
      LOG.error("A request failed unexpectedly", failure);
    }
    var answer = answer(problem(status, name, Languages.of(request)));
    return ResponseEntity.status(status)
        .headers(headers)
        .headers(answer.getHeaders())
        .body(answer.getBody());
  }

  private ResponseEntity<Object> unusableParameter(String name, WebRequest request) {
    var error = new FieldError("?" + name, texts.detail("field-unreadable", Languages.of(request)));
    return invalid(HttpStatus.BAD_REQUEST, List.of(error), request);
  }

  private ResponseEntity<Object> invalid(
      HttpStatus status, List<FieldError> errors, WebRequest request) {
    var problem = problem(status, "invalid-request", Languages.of(request));
    problem.setProperty("errors", errors);
    return answer(problem);
  }

  private ProblemDetail problem(
      HttpStatusCode status, String name, Locale locale, Object... arguments) {
    var problem = ProblemDetail.forStatus(status);
    problem.setType(URI.create("urn:sen:problem:" + name));
    problem.setTitle(texts.title(name, locale));
    problem.setDetail(texts.detail(name, locale, arguments));
    return problem;
  }

  private static ResponseEntity<Object> answer(ProblemDetail problem) {
    var answer =
        ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
      answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    return answer.body(problem);
  }

  /** {@code units[3].code} becomes {@code /units/3/code}. */
  private static String pointer(String path) {
    return "/" + path.replace("[", "/").replace("]", "").replace('.', '/');
  }

  private static String text(@Nullable String message) {
    return Objects.requireNonNullElse(message, "");
  }
}
