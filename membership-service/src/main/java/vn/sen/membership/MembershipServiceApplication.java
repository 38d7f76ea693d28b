package vn.sen.membership;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the membership service. */
@SpringBootApplication
public class MembershipServiceApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(MembershipServiceApplication.class, arguments);
  }
}
