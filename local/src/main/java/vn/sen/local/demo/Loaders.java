package vn.sen.local.demo;

import java.util.function.Supplier;

/**
 * Who loads the demo. What moves figures is proposed by one person and approved by another; banks
 * speak for themselves.
 *
 * @param people by sign-in name
 * @param machines by client id
 */
public record Loaders(Tokens people, Tokens machines) {

  /** Somebody's access tokens. */
  @FunctionalInterface
  public interface Tokens {

    /** Gives, each time it is asked, a token of that name's that is valid then. */
    Supplier<String> of(String name);
  }

  Supplier<String> author() {
    return people.of("administrator");
  }

  Supplier<String> approver() {
    return people.of("approver");
  }
}
