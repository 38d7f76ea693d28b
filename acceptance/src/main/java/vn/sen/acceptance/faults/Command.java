package vn.sen.acceptance.faults;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A command to a member whose effect on the figures is known beforehand. */
sealed interface Command {

  /** Entered as a member of long standing. */
  record Register(UUID unit, LocalDate on) implements Command {}

  record Propose(UUID unit, LocalDate on) implements Command {}

  record Approve(LocalDate on) implements Command {}

  record Transfer(UUID to, LocalDate on) implements Command {}

  record Depart(LocalDate on) implements Command {}

  record Readmit(UUID unit, LocalDate on) implements Command {}

  record CorrectJoining(LocalDate on) implements Command {}

  /** A phone number, which moves no figure. */
  record CorrectPhone(int number) implements Command {}

  record ChangeType(boolean honorary, LocalDate on) implements Command {}

  record ChangeHousehold(@Nullable UUID household, LocalDate on) implements Command {}

  /** Whether it begins a record, and so has no version to name. */
  default boolean begins() {
    return this instanceof Register || this instanceof Propose;
  }

  default String method() {
    return switch (this) {
      case CorrectJoining _, CorrectPhone _, ChangeType _, ChangeHousehold _ -> "PUT";
      default -> "POST";
    };
  }

  /** Below the path of members. */
  default String path(@Nullable UUID member) {
    var route =
        switch (this) {
          case Register _ -> "";
          case Propose _ -> "/proposals";
          case Approve _ -> "/approval";
          case Transfer _ -> "/transfers";
          case Depart _ -> "/departures";
          case Readmit _ -> "/readmissions";
          case CorrectJoining _ -> "/joining";
          case CorrectPhone _ -> "/particulars";
          case ChangeType _ -> "/type";
          case ChangeHousehold _ -> "/household";
        };
    return "/api/membership/members" + (begins() ? route : "/" + member + route);
  }

  default Map<String, ?> body() {
    return switch (this) {
      case Register c ->
          Map.of(
              "unitId",
              c.unit(),
              "fullName",
              "Hội viên Thử Lỗi",
              "birthYear",
              1980,
              "joinedOn",
              c.on().toString(),
              "joinKind",
              "ADMITTED");
      case Propose c ->
          Map.of(
              "unitId",
              c.unit(),
              "fullName",
              "Hội viên Thử Lỗi",
              "birthYear",
              1980,
              "proposedOn",
              c.on().toString());
      case Approve c -> Map.of("approvedOn", c.on().toString());
      case Transfer c -> Map.of("toUnitId", c.to(), "on", c.on().toString());
      case Depart c -> Map.of("reason", "RESIGNED", "on", c.on().toString());
      case Readmit c -> Map.of("unitId", c.unit(), "on", c.on().toString());
      case CorrectJoining c -> Map.of("joinedOn", c.on().toString());
      case CorrectPhone c ->
          Map.of(
              "fullName",
              "Hội viên Thử Lỗi",
              "birthYear",
              1980,
              "phone",
              "09%08d".formatted(c.number()));
      case ChangeType c ->
          Map.of("memberType", c.honorary() ? "HONORARY" : "ORDINARY", "on", c.on().toString());
      case ChangeHousehold c ->
          c.household() == null
              ? Map.of("on", c.on().toString())
              : Map.of("householdId", c.household(), "on", c.on().toString());
    };
  }
}
