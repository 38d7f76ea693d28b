package vn.sen.chassis.testing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.DynamicPropertyRegistry;
import vn.sen.chassis.access.Role;
import vn.sen.embedded.SharedInfrastructure;

/** Access tokens that services under test believe. */
public final class Tokens {

  /** Who holds them, where it does not matter who. */
  public static final String SUBJECT = "8d0b5d2e-2f55-4e6c-9a43-0f7c5c1d0001";

  private static final String CLIENT = "sen-console";

  private Tokens() {}

  /** Lets a service believe these tokens. */
  public static void trust(DynamicPropertyRegistry registry) {
    registry.add("sen.access.issuer", () -> SharedInfrastructure.issuer().issuer());
    registry.add("sen.access.jwk-set", () -> SharedInfrastructure.issuer().jwkSet());
  }

  /** Every role for the whole Union. */
  public static String everything() {
    return token(SUBJECT, null, Role.values());
  }

  /** Some roles at a unit and below it. */
  public static String at(String unit, Role... roles) {
    return token(UUID.randomUUID().toString(), unit, roles);
  }

  /** A bank's own machine. */
  public static String ofBank(UUID bank) {
    return SharedInfrastructure.issuer()
        .token(
            "bank-" + bank,
            "bank-" + bank,
            Map.of(
                "bank",
                bank.toString(),
                "appointments",
                List.of(Map.of("roles", List.of(Role.BANK.name())))));
  }

  /**
   * Somebody in particular.
   *
   * @param unit null for the whole Union
   */
  public static String token(String subject, @Nullable String unit, Role... roles) {
    Map<String, Object> appointment = new HashMap<>();
    if (unit != null) {
      appointment.put("unit", unit);
    }
    appointment.put("roles", Arrays.stream(roles).map(Role::name).toList());
    return SharedInfrastructure.issuer()
        .token(subject, CLIENT, Map.of("appointments", List.of(appointment)));
  }
}
