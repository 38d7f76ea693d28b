package vn.sen.membership.member;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.store.Stored;

/** Says whom a list means by a name or a number, among those whom its sender may see. */
@Component
public class Recognition {

  /** Two are enough to know that a list does not say whom it means. */
  private static final int ENOUGH = 2;

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

  /** Those whom a sender may see, found out once for a whole list. */
  public Known among(Caller sender) {
    return new Known(search, search.territory(sender));
  }

  /** Those whom one sender may see. */
  public static final class Known {

    private final MemberSearch search;
    private final MemberSearch.@Nullable Territory territory;

    private Known(MemberSearch search, MemberSearch.@Nullable Territory territory) {
      this.search = search;
      this.territory = territory;
    }

    /**
     * The members, present or former, whom a list may mean: by the identity number where it has
     * one, else by the whole name, and the year of birth where it has one. Where it may mean many,
     * two of them.
     *
     * @throws RuleViolation if the identity number cannot be one
     */
    public List<UUID> meant(Likeness likeness) {
      var number = likeness.identityNumber();
      var found =
          number != null
              ? search.numbered(territory, number, Known::isEnrolled, ENOUGH)
              : search.named(
                  territory,
                  Objects.requireNonNull(likeness.fullName()),
                  member -> isEnrolled(member) && isOfYear(member, likeness.birthYear()),
                  ENOUGH);
      return found.stream().map(Stored::id).toList();
    }

    private static boolean isEnrolled(Member member) {
      return member instanceof Member.Enrolled;
    }

    private static boolean isOfYear(Member member, @Nullable Integer wanted) {
      var known = member.particulars();
      var year =
          known.birthDate() == null
              ? known.birthYear()
              : Integer.valueOf(known.birthDate().getYear());
      return wanted == null || wanted.equals(year);
    }
  }
}
