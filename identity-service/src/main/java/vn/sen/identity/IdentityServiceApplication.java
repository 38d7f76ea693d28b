package vn.sen.identity;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the identity service. */
@SpringBootApplication
public class IdentityServiceApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(IdentityServiceApplication.class, arguments);
  }
}
