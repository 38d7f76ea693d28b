package vn.sen.membership.member;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.MemberType;

/** Members to test with. */
public final class MemberMother {

  public static final LocalDate JOINED = LocalDate.of(2020, 3, 8);

  private MemberMother() {}

  public static Particulars hoa() {
    return new Particulars("Nguyễn Thị Hòa", null, null, 1980, null, null, null, null, null);
  }

  public static Particulars withIdentity(String number, @Nullable Sex sex, int birthYear) {
    return new Particulars("Nguyễn Thị Hòa", sex, null, birthYear, number, null, null, null, null);
  }

  public static Particulars bornOn(LocalDate day) {
    return new Particulars("Nguyễn Thị Hòa", null, day, null, null, null, null, null, null);
  }

  public static Particulars named(String name) {
    return new Particulars(name, null, null, 1980, null, null, null, null, null);
  }

  public static MemberCommand.Register registered(UUID unit) {
    return registered(hoa(), unit, MemberType.ORDINARY, JOINED);
  }

  public static MemberCommand.Register registered(
      Particulars particulars, UUID unit, MemberType type, LocalDate joinedOn) {
    return new MemberCommand.Register(
        particulars, unit, type, null, joinedOn, Flow.ADMISSION, null);
  }

  public static MemberCommand.Propose proposed(UUID unit, LocalDate on) {
    return new MemberCommand.Propose(hoa(), unit, MemberType.ORDINARY, null, on);
  }

  public static Member.Active active(UUID unit) {
    return new Member.Active(
        hoa(), Timeline.begun(unit, MemberType.ORDINARY, JOINED, Flow.ADMISSION), null);
  }
}
