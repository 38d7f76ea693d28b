package vn.sen.identity.token;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A person who has shown who she is. Her name, as far as the framework asks for one, is her id. */
public final class SignedIn extends AbstractAuthenticationToken {

  private final UUID person;
  private final UUID sid;
  private final Instant since;
  private final Instant until;

  /**
   * @param sid the session that began with it
   * @param since when she did
   * @param until when she has to do it again, whatever happens
   */
  public SignedIn(UUID person, UUID sid, Instant since, Instant until) {
    super(List.of());
    this.person = person;
    this.sid = sid;
    this.since = since;
    this.until = until;
    setAuthenticated(true);
  }

  public UUID person() {
    return person;
  }

  public UUID sid() {
    return sid;
  }

  public Instant since() {
    return since;
  }

  public Instant until() {
    return until;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return person.toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SignedIn that && that.sid.equals(sid) && super.equals(other);
  }

  @Override
  public int hashCode() {
    return sid.hashCode();
  }
}
