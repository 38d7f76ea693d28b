package vn.sen.membership.member;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.store.Stored;
import vn.sen.membership.naming.Names;

/** Says whom a list means by a name or a number, among those whom its sender may see. */
@Component
public class Recognition {

  /** Of so many namesakes one unit has not more. */
  private static final int MOST = 200;

  private final MemberSearch search;

  Recognition(MemberSearch search) {
    this.search = search;
  }

  /** What a list says of somebody; a name or a number at least. */
  public record Likeness(
      @Nullable String identityNumber, @Nullable String fullName, @Nullable Integer birthYear) {

    /** Nothing of it may reach a log. */
    @Override
    public String toString() {
      return "Likeness[…]";
    }
  }

  /**
   * The members, present or former, whom a list may mean: by the identity number where it has one,
   * else by the whole name, and the year of birth where it has one.
   *
   * @throws RuleViolation if the identity number cannot be one
   */
  public List<UUID> meant(Caller sender, Likeness likeness) {
    var number = likeness.identityNumber();
    var criteria =
        new MemberSearch.Criteria(
            number == null ? likeness.fullName() : null, number, null, null, null);
    return search.find(sender, criteria, MOST, null).members().stream()
        .filter(stored -> stored.state() instanceof Member.Enrolled)
        .filter(stored -> number != null || isLike(stored.state().particulars(), likeness))
        .map(Stored::id)
        .toList();
  }

  private static boolean isLike(Particulars known, Likeness likeness) {
    var year =
        known.birthDate() == null
            ? known.birthYear()
            : Integer.valueOf(known.birthDate().getYear());
    return likeness.fullName() != null
        && Names.key(known.fullName()).equals(Names.key(likeness.fullName()))
        && (likeness.birthYear() == null || Objects.equals(likeness.birthYear(), year));
  }
}
