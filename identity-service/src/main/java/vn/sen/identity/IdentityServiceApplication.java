package vn.sen.identity;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import vn.sen.identity.token.SigningKeys;

/**
 * Starts the identity service; with {@code make-key ID} it prints a new JWK set for {@code
 * sen.identity.keys} instead.
 */
@SpringBootApplication
public class IdentityServiceApplication {

  private static final String MAKE_KEY = "make-key";

  public static void main(String[] arguments) {
    if (arguments.length == 2 && MAKE_KEY.equals(arguments[0])) {
      System.out.println(SigningKeys.print(arguments[1]));
    } else {
      SpringApplication.run(IdentityServiceApplication.class, arguments);
    }
  }
}
