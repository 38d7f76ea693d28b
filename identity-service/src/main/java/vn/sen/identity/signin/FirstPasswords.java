package vn.sen.identity.signin;

import java.util.Optional;

/** Passwords that people have who were given none. */
public interface FirstPasswords {

  /**
   * @param name a sign-in name, known or not
   */
  Optional<String> of(String name);
}
