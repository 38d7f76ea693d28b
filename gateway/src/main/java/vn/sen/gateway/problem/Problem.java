package vn.sen.gateway.problem;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/**
 * The kinds of errors the gateway itself gives; their texts are in {@code problems*.properties}.
 */
public enum Problem {
  BAD_REQUEST(HttpStatus.BAD_REQUEST),
  PATH_REFUSED(HttpStatus.BAD_REQUEST),
  BODY_CUT_OFF(HttpStatus.BAD_REQUEST),
  SIGN_IN_FAILED(HttpStatus.BAD_REQUEST),
  SIGN_IN_NEEDED(HttpStatus.UNAUTHORIZED),
  CSRF_TOKEN_MISSING(HttpStatus.FORBIDDEN),
  NO_SUCH_RESOURCE(HttpStatus.NOT_FOUND),
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
  NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
  LENGTH_REQUIRED(HttpStatus.LENGTH_REQUIRED),
  BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
  TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS),
  INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR),
  SERVICE_FAILED(HttpStatus.BAD_GATEWAY),
  SERVICE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
  SERVICE_TIMEOUT(HttpStatus.GATEWAY_TIMEOUT);

  private final HttpStatus status;

  Problem(HttpStatus status) {
    this.status = status;
  }

  HttpStatus status() {
    return status;
  }

  /** Last part of the stable {@code type}, and key of the texts. */
  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
