package vn.sen.membership.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.membership.HouseholdEvent.HouseholdCorrected;
import vn.sen.events.membership.HouseholdEvent.HouseholdMemberJoined;
import vn.sen.events.membership.HouseholdEvent.HouseholdMemberLeft;
import vn.sen.events.membership.HouseholdEvent.HouseholdMoved;
import vn.sen.events.membership.HouseholdEvent.HouseholdRegistered;
import vn.sen.membership.naming.Names;
import vn.sen.membership.orgunit.UnitRules;
import vn.sen.membership.orgunit.Units;

/**
 * A household: whose head the lenders know, where it lives, and which living members of the Union
 * belong to it.
 *
 * @param since the day it came to its unit
 */
record Household(
    UUID unitId, LocalDate since, String headName, @Nullable String address, Set<UUID> members) {

  /** Stands for a head whose data was erased. */
  static final String NOBODY = "—";

  static final int MAX_NAME = 100;
  static final int MAX_ADDRESS = 200;

  Household {
    members = new LinkedHashSet<>(members);
  }

  static Decision<Household> register(
      UUID unitId, String headName, @Nullable String address, LocalDate today, Units units) {
    requireUnit(unitId, today, "/unitId", units);
    var household = new Household(unitId, today, name(headName), address(address), Set.of());
    return Decision.of(household, new HouseholdRegistered(unitId, today));
  }

  Decision<Household> correct(String newHeadName, @Nullable String newAddress, LocalDate today) {
    var corrected = new Household(unitId, since, name(newHeadName), address(newAddress), members);
    var fields = new ArrayList<String>();
    if (!corrected.headName.equals(headName)) {
      fields.add("headName");
    }
    if (!Objects.equals(corrected.address, address)) {
      fields.add("address");
    }
    return fields.isEmpty()
        ? Decision.nothing(this)
        : Decision.of(corrected, new HouseholdCorrected(List.copyOf(fields), today));
  }

  Decision<Household> move(UUID toUnitId, LocalDate on, LocalDate today, Units units) {
    if (toUnitId.equals(unitId)) {
      return Decision.nothing(this);
    }
    if (on.isAfter(today) || on.isBefore(since)) {
      throw new HouseholdRules.MoveOutOfOrder();
    }
    requireUnit(toUnitId, on, "/toUnitId", units);
    return Decision.of(
        new Household(toUnitId, on, headName, address, members),
        new HouseholdMoved(unitId, toUnitId, on));
  }

  /** A living member belongs here; said twice it changes nothing. */
  Decision<Household> memberJoined(UUID member, LocalDate on) {
    if (members.contains(member)) {
      return Decision.nothing(this);
    }
    var all = new LinkedHashSet<>(members);
    all.add(member);
    return Decision.of(
        new Household(unitId, since, headName, address, all),
        new HouseholdMemberJoined(member, on));
  }

  /** A member does not belong here (any more); said twice it changes nothing. */
  Decision<Household> memberLeft(UUID member, LocalDate on) {
    if (!members.contains(member)) {
      return Decision.nothing(this);
    }
    var all = new LinkedHashSet<>(members);
    all.remove(member);
    return Decision.of(
        new Household(unitId, since, headName, address, all), new HouseholdMemberLeft(member, on));
  }

  /**
   * The head's data was erased: her name goes, and the address where no member is left who lives
   * there.
   *
   * @param nameKey her name as names are compared; a household that has another head stays as it is
   */
  Decision<Household> forgetHead(String nameKey, LocalDate on) {
    if (!Names.key(headName).equals(nameKey)) {
      return Decision.nothing(this);
    }
    var left = members.isEmpty() ? null : address;
    var fields =
        Objects.equals(left, address) ? List.of("headName") : List.of("headName", "address");
    return Decision.of(
        new Household(unitId, since, NOBODY, left, members), new HouseholdCorrected(fields, on));
  }

  private static void requireUnit(UUID unit, LocalDate day, String pointer, Units units) {
    if (!units.existsOn(unit, day)) {
      throw new UnitRules.UnitNotInForce(pointer, day.toString());
    }
  }

  private static String name(String raw) {
    var name = Names.clean(raw);
    if (name.isEmpty() || name.length() > MAX_NAME || !Names.isPrintable(name)) {
      throw new HouseholdRules.HouseholdTextUnusable("/headName", MAX_NAME);
    }
    return name;
  }

  private static @Nullable String address(@Nullable String raw) {
    if (raw == null || raw.isBlank()) {
      return null;
    }
    var address = Names.clean(raw);
    if (address.length() > MAX_ADDRESS || !Names.isPrintable(address)) {
      throw new HouseholdRules.HouseholdTextUnusable("/address", MAX_ADDRESS);
    }
    return address;
  }

  /** Nothing of it may reach a log. */
  @Override
  public String toString() {
    return "Household[…]";
  }
}
