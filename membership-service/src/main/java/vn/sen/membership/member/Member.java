package vn.sen.membership.member;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.MemberType;

/**
 * A woman the Union keeps a record of, in one of five states. Which command fits which state is
 * {@link Decider}'s.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Member.Proposed.class, name = "PROPOSED"),
  @JsonSubTypes.Type(value = Member.Rejected.class, name = "REJECTED"),
  @JsonSubTypes.Type(value = Member.Active.class, name = "ACTIVE"),
  @JsonSubTypes.Type(value = Member.Former.class, name = "FORMER"),
  @JsonSubTypes.Type(value = Member.Withdrawn.class, name = "WITHDRAWN"),
  @JsonSubTypes.Type(value = Member.Erased.class, name = "ERASED")
})
public sealed interface Member {

  /** As the API and searches name the states. */
  enum Status {
    PROPOSED,
    REJECTED,
    ACTIVE,
    FORMER,
    WITHDRAWN,
    ERASED
  }

  Particulars particulars();

  Member withParticulars(Particulars particulars);

  /** A branch proposed her; she does not count yet. */
  record Proposed(
      Particulars particulars,
      UUID unitId,
      MemberType type,
      @Nullable UUID householdId,
      LocalDate proposedOn)
      implements Member {
    @Override
    public Proposed withParticulars(Particulars corrected) {
      return new Proposed(corrected, unitId, type, householdId, proposedOn);
    }
  }

  /** The commune declined. She may be proposed again, as somebody new. */
  record Rejected(
      Particulars particulars, UUID unitId, MemberType type, LocalDate on, String reason)
      implements Member {
    @Override
    public Rejected withParticulars(Particulars corrected) {
      return new Rejected(corrected, unitId, type, on, reason);
    }
  }

  /** She is a member. */
  record Active(Particulars particulars, Timeline timeline, @Nullable UUID householdId)
      implements Member, Enrolled {
    @Override
    public Active withParticulars(Particulars corrected) {
      return new Active(corrected, timeline, householdId);
    }

    @Override
    public Active withTimeline(Timeline changed) {
      return new Active(particulars, changed, householdId);
    }
  }

  /**
   * She was a member.
   *
   * @param note what was said about her departure, or null
   */
  record Former(
      Particulars particulars, Timeline timeline, @Nullable UUID householdId, @Nullable String note)
      implements Member, Enrolled {
    @Override
    public Former withParticulars(Particulars corrected) {
      return new Former(corrected, timeline, householdId, note);
    }

    @Override
    public Former withTimeline(Timeline changed) {
      return new Former(particulars, changed, householdId, note);
    }
  }

  /**
   * The record was entered by mistake. It never counted, and nobody finds it by name, number or
   * reference any more.
   */
  record Withdrawn(Particulars particulars, UUID unitId, MemberType type, LocalDate on)
      implements Member {
    @Override
    public Withdrawn withParticulars(Particulars corrected) {
      return new Withdrawn(corrected, unitId, type, on);
    }
  }

  /**
   * Nobody knows who she was. What she added to the figures stays.
   *
   * @param timeline empty where she was only proposed
   * @param unitId where she belonged, or was proposed, last
   */
  record Erased(Timeline timeline, UUID unitId, MemberType type, LocalDate on) implements Member {
    @Override
    public Particulars particulars() {
      return Particulars.ERASED;
    }

    @Override
    public Erased withParticulars(Particulars corrected) {
      throw new MemberRules.RecordErased();
    }
  }

  /** She has been a member at some time: there is a timeline. */
  sealed interface Enrolled permits Active, Former {
    Particulars particulars();

    Timeline timeline();

    @Nullable UUID householdId();

    Member withTimeline(Timeline timeline);
  }

  /**
   * What lenders recognise her by, who is or was a member.
   *
   * @param from the first day of her present or last membership
   * @param to the first day behind it; null while it lasts
   */
  record Recognisable(
      String identityNumber, @Nullable UUID householdId, LocalDate from, @Nullable LocalDate to) {

    /** Nothing of it may reach a log. */
    @Override
    public String toString() {
      return "Recognisable[…]";
    }
  }

  /** What lenders recognise her by; empty where there is nothing, or nothing any more. */
  default Optional<Recognisable> recognisable() {
    var number = particulars().identityNumber();
    return number != null && this instanceof Enrolled enrolled
        ? Optional.of(
            new Recognisable(
                number,
                enrolled.householdId(),
                enrolled.timeline().since(),
                enrolled.timeline().until()))
        : Optional.empty();
  }

  default Status status() {
    return switch (this) {
      case Proposed _ -> Status.PROPOSED;
      case Rejected _ -> Status.REJECTED;
      case Active _ -> Status.ACTIVE;
      case Former _ -> Status.FORMER;
      case Withdrawn _ -> Status.WITHDRAWN;
      case Erased _ -> Status.ERASED;
    };
  }

  /** The unit she belongs to, was proposed by, or belonged to last. */
  default UUID currentUnit() {
    return switch (this) {
      case Proposed p -> p.unitId();
      case Rejected r -> r.unitId();
      case Active a -> a.timeline().last().unit();
      case Former f -> f.timeline().last().unit();
      case Withdrawn w -> w.unitId();
      case Erased e -> e.unitId();
    };
  }

  /** The successors that splits have assigned her to personally, see {@link #currentUnit}. */
  default List<UUID> currentVia() {
    return this instanceof Enrolled enrolled ? enrolled.timeline().last().via() : List.of();
  }

  /** Whether she was a member on a day. */
  default boolean isMemberOn(LocalDate day) {
    return this instanceof Enrolled enrolled && enrolled.timeline().lastsOn(day);
  }

  /**
   * The first day on which she is no member any more; empty while she is one, and the first of all
   * days where she never was.
   */
  default Optional<LocalDate> goneSince() {
    return switch (this) {
      case Active _ -> Optional.empty();
      case Former f -> Optional.of(f.timeline().end());
      case Erased e -> Optional.of(e.timeline().end());
      case Proposed _, Rejected _, Withdrawn _ -> Optional.of(LocalDate.MIN);
    };
  }

  /** As which type, see {@link #currentUnit}. */
  default MemberType currentType() {
    return switch (this) {
      case Proposed p -> p.type();
      case Rejected r -> r.type();
      case Active a -> a.timeline().last().type();
      case Former f -> f.timeline().last().type();
      case Withdrawn w -> w.type();
      case Erased e -> e.type();
    };
  }

  /**
   * What no two records may share: an identity number belongs to one of them; a rejected proposal
   * and a withdrawn record let go of it.
   */
  default List<String> naturalKeys() {
    var number = particulars().identityNumber();
    return number == null || this instanceof Rejected || this instanceof Withdrawn
        ? List.of()
        : List.of(identityKey(number));
  }

  /** The natural key of whoever bears this identity number. */
  static String identityKey(String digits) {
    return "identityNumber:" + digits;
  }
}
