package vn.sen.gateway.problem;

import org.jspecify.annotations.Nullable;

/** A request the gateway itself refuses. */
public final class Refusal extends RuntimeException {

  private final Problem problem;
  private final transient Object[] arguments;

  /**
   * @param arguments values for the problem's text; never personal data
   */
  public Refusal(Problem problem, Object... arguments) {
    this(null, problem, arguments);
  }

  private Refusal(@Nullable Throwable cause, Problem problem, Object... arguments) {
    super(problem.slug(), cause, false, false);
    this.problem = problem;
    this.arguments = arguments.clone();
  }

  /** Of a service that cannot be reached now. */
  public static Refusal unavailable(String service, Throwable cause) {
    return new Refusal(cause, Problem.SERVICE_UNAVAILABLE, service);
  }

  Problem problem() {
    return problem;
  }

  Object[] arguments() {
    return arguments.clone();
  }
}
