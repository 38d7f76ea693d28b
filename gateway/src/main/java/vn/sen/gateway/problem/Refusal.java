package vn.sen.gateway.problem;

/** A request the gateway itself refuses. */
public final class Refusal extends RuntimeException {

  private final Problem problem;
  private final transient Object[] arguments;

  /**
   * @param arguments values for the problem's text; never personal data
   */
  public Refusal(Problem problem, Object... arguments) {
    super(problem.slug(), null, false, false);
    this.problem = problem;
    this.arguments = arguments.clone();
  }

  Problem problem() {
    return problem;
  }

  Object[] arguments() {
    return arguments.clone();
  }
}
