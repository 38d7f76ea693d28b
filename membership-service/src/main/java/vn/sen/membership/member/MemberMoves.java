package vn.sen.membership.member;

import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.Stored;
import vn.sen.membership.naming.Names;
import vn.sen.membership.orgunit.Splits;
import vn.sen.membership.orgunit.UnitRules;
import vn.sen.membership.orgunit.Units;

/**
 * What another unit's request needs of the members: to find out whether there is a record of
 * somebody, wherever it lies, and to move her. It tells nothing about her but where she belongs.
 */
@Component
public class MemberMoves {

  private static final List<String> ENROLLED =
      List.of(Member.Status.ACTIVE.name(), Member.Status.FORMER.name());

  private final AggregateStore<Member> store;
  private final NaturalKeyHash hash;
  private final Units units;
  private final Splits splits;
  private final Clock clock;

  MemberMoves(
      AggregateStore<Member> store, NaturalKeyHash hash, Units units, Splits splits, Clock clock) {
    this.store = store;
    this.hash = hash;
    this.units = units;
    this.splits = splits;
    this.clock = clock;
  }

  /** Where a record lies. */
  public record Found(UUID memberId, UUID unitId, List<UUID> via) {
    static Found of(Stored<Member> stored) {
      var member = stored.state();
      return new Found(stored.id(), member.currentUnit(), member.currentVia());
    }
  }

  /**
   * What a paper of another unit says about its holder.
   *
   * @param birthDate null where it states only the year
   * @param unitId the unit that issued it
   */
  public record Paper(
      String fullName, @Nullable LocalDate birthDate, @Nullable Integer birthYear, UUID unitId) {}

  /**
   * Whoever bears the number and is or was a member.
   *
   * @throws MemberRules.IdentityNumberUnreadable if it is none
   */
  public List<Found> byIdentityNumber(String raw) {
    var key = Member.identityKey(IdentityNumber.parse(raw).digits());
    return find(Filters.eq("keys", hash.of(key)));
  }

  /**
   * Whoever a paper fits and is or was a member of the unit it names, or of one below it.
   *
   * @throws MemberRules.BirthMissing if neither date nor year of birth is stated
   * @throws MemberRules.UnitTakesNoMembers if the unit stands above the communes
   */
  public List<Found> byPaper(Paper paper) {
    if (paper.birthDate() == null && paper.birthYear() == null) {
      throw new MemberRules.BirthMissing();
    }
    var origin = origin(paper.unitId());
    var day = origin.nearestDay(LocalDate.now(clock));
    var map = units.map();
    var leaves =
        map.units().stream()
            .map(OrgUnit::id)
            .filter(id -> map.place(id, List.of(), day).isWithin(origin.id()))
            .toList();
    var named =
        Filters.and(
            Filters.in("ix." + MemberConfiguration.UNITS, leaves),
            Filters.eq("ix." + MemberConfiguration.NAME_KEY, Names.key(paper.fullName())));
    return documents(named).stream()
        .filter(stored -> fits(stored.state().particulars(), paper))
        .filter(
            stored ->
                map.place(stored.state().currentUnit(), stored.state().currentVia(), day)
                    .isWithin(origin.id()))
        .map(Found::of)
        .toList();
  }

  private OrgUnit origin(UUID unit) {
    var origin =
        units
            .unit(unit)
            .orElseThrow(() -> new UnitRules.UnitNotInForce("/paper/unitId", LocalDate.now(clock)));
    if (!MemberRules.takesMembers(origin.level())) {
      throw new MemberRules.UnitTakesNoMembers("/paper/unitId", origin.level());
    }
    return origin;
  }

  private static boolean fits(Particulars particulars, Paper paper) {
    var date = paper.birthDate();
    if (date != null && particulars.birthDate() != null) {
      return date.equals(particulars.birthDate());
    }
    var year = date == null ? paper.birthYear() : Integer.valueOf(date.getYear());
    return year != null && year.equals(particulars.birthYear());
  }

  private List<Found> find(Bson filter) {
    return documents(filter).stream().map(Found::of).toList();
  }

  private List<Stored<Member>> documents(Bson filter) {
    var enrolled = Filters.in("ix." + MemberConfiguration.STATUS, ENROLLED);
    Iterable<Document> found = store.documents().find(Filters.and(filter, enrolled));
    return StreamSupport.stream(found.spliterator(), false).map(store::stored).toList();
  }

  /**
   * Holds that the unit can take a member in on the day.
   *
   * @throws vn.sen.chassis.domain.RuleViolation a rule about the unit or the day
   */
  public void requireReceiving(UUID toUnitId, LocalDate on) {
    decider().requireReceiving(toUnitId, on);
  }

  /**
   * Holds that the member could be moved now.
   *
   * @throws vn.sen.chassis.domain.RuleViolation what keeps her where she is
   */
  public void requireMovable(UUID member, UUID toUnitId, LocalDate on) {
    decider().move(store.get(member).state(), toUnitId, on);
  }

  /**
   * Moves a member, or takes a former one in again.
   *
   * @throws vn.sen.chassis.domain.RuleViolation what keeps her where she is
   */
  public Committed move(UUID member, UUID toUnitId, LocalDate on, CommandContext by) {
    return store.change(member, by, state -> decider().move(state, toUnitId, on));
  }

  private Decider decider() {
    return new Decider(units, splits, LocalDate.now(clock));
  }
}
