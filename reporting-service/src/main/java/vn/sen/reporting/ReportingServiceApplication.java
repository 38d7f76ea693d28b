package vn.sen.reporting;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import vn.sen.reporting.issuance.sign.SigningKeys;

/**
 * Starts the reporting service; with {@code make-key ID} it prints a new JWK set for {@code
 * sen.issuance.keys} instead.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ReportingServiceApplication {

  private static final String MAKE_KEY = "make-key";

  public static void main(String[] arguments) {
    if (arguments.length == 2 && MAKE_KEY.equals(arguments[0])) {
      System.out.println(SigningKeys.print(arguments[1]));
    } else {
      SpringApplication.run(ReportingServiceApplication.class, arguments);
    }
  }
}
