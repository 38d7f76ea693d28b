package vn.sen.identity.token;

import java.util.List;
import java.util.UUID;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Somebody for whom a trusted client asks for a token, without her having signed in. */
public abstract sealed class ByName extends AbstractAuthenticationToken {

  private final String subject;

  private ByName(String subject) {
    super(List.of());
    this.subject = subject;
    setAuthenticated(true);
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return subject;
  }

  /** A person. */
  public static final class OfPerson extends ByName {
    private final UUID person;

    public OfPerson(UUID person) {
      super(person.toString());
      this.person = person;
    }

    UUID person() {
      return person;
    }
  }

  /** A machine. */
  public static final class OfMachine extends ByName {
    private final String clientId;

    public OfMachine(String clientId) {
      super(clientId);
      this.clientId = clientId;
    }

    String clientId() {
      return clientId;
    }
  }
}
