package vn.sen.lending;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the lending service. */
@SpringBootApplication
public class LendingServiceApplication {

  public static void main(String[] args) {
    SpringApplication.run(LendingServiceApplication.class, args);
  }
}
