package vn.sen.chassis.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a page or a protocol's own filter has refused, for the audit trail: the answer's status
 * alone would not tell it, or not say why.
 *
 * @param actor who is known to have tried it, else null
 * @param operation a fixed name, never what the client has sent
 * @param reason the problem's name
 * @param about whom or what it concerns, as far as known
 */
public record Refusal(
    @Nullable String actor, String operation, String reason, Collection<UUID> about) {

  private static final String ATTRIBUTE = Refusal.class.getName();

  public Refusal {
    about = List.copyOf(about);
  }

  /** Puts it on record with the answer's status, when the answer has been given. */
  public void noteOn(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  static Optional<Refusal> notedOn(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Refusal refusal
        ? Optional.of(refusal)
        : Optional.empty();
  }
}
