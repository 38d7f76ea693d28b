package vn.sen.chassis.org;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;

/** The real map of Phú Yên and its two redrawings, as events. */
public final class PhuYenMother {

  public static final LocalDate FIRST_REDRAWING = LocalDate.parse("2024-11-01");
  public static final LocalDate SECOND_REDRAWING = LocalDate.parse("2025-07-01");

  final OrgMother org = new OrgMother();
  private final List<NamedCsvRecord> units = csv("units.csv");
  private final List<NamedCsvRecord> successions = csv("successions.csv");
  private final Map<String, UUID> ids = new HashMap<>();

  /** When the data begin. */
  public static final LocalDate BEGINNING = OrgMother.ALWAYS;

  public PhuYenMother() {
    rows(OrgMother.ALWAYS)
        .forEach(r -> put(r, org.unit(r.getField("code"), level(r), parent(r), OrgMother.ALWAYS)));
    redraw(FIRST_REDRAWING);
    redraw(SECOND_REDRAWING);
  }

  /** The unit with this code and first day. */
  public UUID unit(String code, LocalDate validFrom) {
    var id = ids.get(code + "@" + validFrom);
    if (id == null) {
      throw new IllegalArgumentException("No unit " + code + " from " + validFrom);
    }
    return id;
  }

  /** A new branch of a commune. */
  public UUID branch(String code, UUID commune) {
    return org.branch(code, commune);
  }

  /** The map as it comes out. */
  public OrgMap map() {
    return org.map();
  }

  /** All units that were communes when the data begin. */
  List<UUID> firstCommunes() {
    return rows(OrgMother.ALWAYS).stream()
        .filter(r -> level(r) == UnitLevel.COMMUNE)
        .map(r -> unit(r.getField("code"), OrgMother.ALWAYS))
        .toList();
  }

  private void redraw(LocalDate on) {
    var redrawing = org.redrawing(on);
    rows(on).forEach(r -> put(r, redrawing.create(r.getField("code"), level(r), parent(r))));
    Set<UUID> followed = new HashSet<>();
    for (var s : successions) {
      if (s.getField("date").equals(on.toString())) {
        var from = endingOn(s.getField("from_code"), on);
        var to = unit(s.getField("to_code"), on);
        if (s.getField("extent").equals("full")) {
          redrawing.full(from, to);
        } else {
          redrawing.split(from, to);
        }
        followed.add(from);
      }
    }
    units.stream()
        .filter(r -> r.getField("valid_to").equals(on.toString()))
        .map(r -> unit(r.getField("code"), LocalDate.parse(r.getField("valid_from"))))
        .filter(id -> !followed.contains(id))
        .forEach(redrawing::abolish);
    redrawing.done();
  }

  private UUID endingOn(String code, LocalDate day) {
    return units.stream()
        .filter(
            r -> r.getField("code").equals(code) && r.getField("valid_to").equals(day.toString()))
        .map(r -> unit(code, LocalDate.parse(r.getField("valid_from"))))
        .findFirst()
        .orElseThrow();
  }

  private List<NamedCsvRecord> rows(LocalDate validFrom) {
    return units.stream()
        .filter(r -> r.getField("valid_from").equals(validFrom.toString()))
        .toList();
  }

  private void put(NamedCsvRecord row, UUID id) {
    ids.put(row.getField("code") + "@" + row.getField("valid_from"), id);
  }

  /**
   * The bearer of the parent's code on the unit's first day; parents come before children in the
   * file.
   */
  private @Nullable UUID parent(NamedCsvRecord row) {
    var code = row.getField("parent_code");
    if (code.isEmpty()) {
      return null;
    }
    var onDay = ids.get(code + "@" + row.getField("valid_from"));
    return onDay == null ? unit(code, OrgMother.ALWAYS) : onDay;
  }

  private static UnitLevel level(NamedCsvRecord row) {
    return UnitLevel.valueOf(row.getField("level").toUpperCase(Locale.ROOT));
  }

  private static List<NamedCsvRecord> csv(String name) {
    var in = PhuYenMother.class.getResourceAsStream("/phu-yen/" + name);
    if (in == null) {
      throw new IllegalStateException("Missing test resource " + name);
    }
    try (var reader =
        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
