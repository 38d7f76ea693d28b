package vn.sen.membership.memberimport;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.chassis.sheet.SheetRow;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.MemberType;
import vn.sen.membership.member.MemberCommand;
import vn.sen.membership.member.Particulars;
import vn.sen.membership.naming.Names;

/** Reads the texts of a row as what they mean; whether that makes a member is decided elsewhere. */
final class ImportRow {

  private static final DateTimeFormatter VIETNAMESE =
      DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern YEAR = Pattern.compile("\\d{4}");

  private static final Map<String, MemberType> TYPES =
      Map.of(
          "ordinary", MemberType.ORDINARY,
          "honorary", MemberType.HONORARY,
          "hoi vien", MemberType.ORDINARY,
          "hoi vien danh du", MemberType.HONORARY,
          "danh du", MemberType.HONORARY);

  private static final Map<String, Flow> JOIN_KINDS =
      Map.of(
          "admitted", Flow.ADMISSION,
          "moved_in", Flow.MOVE_IN,
          "ket nap", Flow.ADMISSION,
          "chuyen den", Flow.MOVE_IN);

  private final RawRow raw;
  private final OrgMap map;
  private final List<RowError> errors = new ArrayList<>();
  private @Nullable String unknownUnit;

  ImportRow(RawRow raw, OrgMap map) {
    this.raw = raw;
    this.map = map;
  }

  /** What kept {@link #command} from reading the row. */
  List<RowError> errors() {
    return errors;
  }

  /** The code that no unit of the map bore on that day, if that is what was wrong. */
  Optional<String> unknownUnit() {
    return Optional.ofNullable(unknownUnit);
  }

  /** The registration the row asks for, or empty with {@link #errors()}. */
  Optional<MemberCommand.Register> command(UUID importId) {
    for (var column : Column.values()) {
      if (raw.value(column).startsWith(SheetRow.FORMULA)) {
        errors.add(error(column, "row-formula"));
      } else if (raw.value(column).equals(SheetRow.MERGED)) {
        errors.add(error(column, "row-merged-cell"));
      }
    }
    var joinedOn = required(Column.JOINED_ON, ImportRow::date);
    var unit = joinedOn == null ? null : unit(joinedOn);
    var type = choice(Column.MEMBER_TYPE, TYPES, MemberType.ORDINARY);
    var joinKind = choice(Column.JOIN_KIND, JOIN_KINDS, Flow.ADMISSION);
    var name = required(Column.FULL_NAME, text -> text);
    var birth = optional(Column.BIRTH_DATE);
    boolean onlyYear = birth != null && YEAR.matcher(birth).matches();
    var birthDate =
        birth == null || onlyYear ? null : read(Column.BIRTH_DATE, birth, ImportRow::date);
    var birthYear =
        onlyYear
            ? Integer.valueOf(birth)
            : Optional.ofNullable(optional(Column.BIRTH_YEAR))
                .map(text -> read(Column.BIRTH_YEAR, text, ImportRow::year))
                .orElse(null);
    if (!errors.isEmpty() || unit == null || joinedOn == null || name == null) {
      return Optional.empty();
    }
    var particulars =
        new Particulars(
            name,
            null,
            birthDate,
            birthYear,
            optional(Column.IDENTITY_NUMBER),
            optional(Column.PHONE),
            optional(Column.ETHNICITY),
            optional(Column.RELIGION),
            optional(Column.EXTERNAL_REF));
    return Optional.of(
        new MemberCommand.Register(particulars, unit, type, null, joinedOn, joinKind, importId));
  }

  /** A code means the unit that bore it on the day she joined. */
  private @Nullable UUID unit(LocalDate joinedOn) {
    var code = required(Column.UNIT_CODE, text -> text);
    if (code == null) {
      return null;
    }
    var unit = map.byCode(code, joinedOn).map(OrgUnit::id).orElse(null);
    if (unit == null) {
      unknownUnit = code;
      errors.add(error(Column.UNIT_CODE, "row-unit-unknown"));
    }
    return unit;
  }

  private static @Nullable LocalDate date(String text) {
    try {
      return text.indexOf('/') > 0 ? LocalDate.parse(text, VIETNAMESE) : LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Integer year(String text) {
    return YEAR.matcher(text).matches() ? Integer.valueOf(text) : null;
  }

  private <T> T choice(Column column, Map<String, T> choices, T otherwise) {
    var text = optional(column);
    if (text == null) {
      return otherwise;
    }
    var chosen = choices.get(Names.key(text));
    if (chosen == null) {
      errors.add(error(column, "row-choice-unknown"));
      return otherwise;
    }
    return chosen;
  }

  private <T> @Nullable T required(Column column, Function<String, @Nullable T> reader) {
    var text = optional(column);
    if (text == null) {
      errors.add(error(column, "row-value-missing"));
      return null;
    }
    return read(column, text, reader);
  }

  private <T> @Nullable T read(Column column, String text, Function<String, @Nullable T> reader) {
    var value = reader.apply(text);
    if (value == null) {
      errors.add(error(column, "row-value-unreadable"));
    }
    return value;
  }

  private @Nullable String optional(Column column) {
    var text = raw.value(column).strip();
    return text.isEmpty() ? null : text;
  }

  private RowError error(Column column, String rule) {
    return new RowError(raw.number(), column.heading(), rule, List.of());
  }
}
