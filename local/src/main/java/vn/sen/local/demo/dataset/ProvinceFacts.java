package vn.sen.local.demo.dataset;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.Extent;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitLevel;

/**
 * What is real in the demo: units, successions, and a weight per commune of the first map.
 *
 * @param resolutions the resolution behind each redrawing date
 * @param weights population of the 2009 census by commune
 */
public record ProvinceFacts(
    List<UnitFact> units,
    List<SuccessionFact> successions,
    Map<LocalDate, String> resolutions,
    Map<UnitKey, Integer> weights) {

  /** Communes of the census that are a part of another one since. */
  private static final Map<String, String> MERGED_SINCE_CENSUS =
      Map.of(
          "anhai", "anhoahai",
          "anhoa", "anhoahai",
          "xuanhoa", "xuancanh",
          "hoabinh2", "phuthu");

  public ProvinceFacts {
    units = List.copyOf(units);
    successions = List.copyOf(successions);
    resolutions = Map.copyOf(resolutions);
    weights = Map.copyOf(weights);
  }

  /**
   * Reads the four files' contents.
   *
   * @throws IllegalArgumentException when a file contradicts another one
   */
  public static ProvinceFacts parse(
      String unitsCsv, String successionsCsv, String resolutionsCsv, String censusCsv) {
    var units = units(records(unitsCsv));
    var successions = new ArrayList<SuccessionFact>();
    for (var row : records(successionsCsv)) {
      var date = LocalDate.parse(row.getField("date"));
      successions.add(
          new SuccessionFact(
              date,
              find(units, row.getField("from_code"), date.minusDays(1)).key(),
              find(units, row.getField("to_code"), date).key(),
              Extent.valueOf(row.getField("extent").toUpperCase(Locale.ROOT)),
              emptyToNull(row.getField("what"))));
    }
    var resolutions = new TreeMap<LocalDate, String>();
    records(resolutionsCsv)
        .forEach(
            r -> resolutions.put(LocalDate.parse(r.getField("date")), r.getField("resolution")));
    return new ProvinceFacts(units, successions, resolutions, weights(units, records(censusCsv)));
  }

  /**
   * The unit that bore the code on that day.
   *
   * @throws NoSuchElementException when none did
   */
  public UnitFact unit(String code, LocalDate on) {
    return find(units, code, on);
  }

  /**
   * The unit that bore the code first, or the one it went into as a whole by that day.
   *
   * @throws NoSuchElementException when it ended without one whole successor
   */
  public UnitFact successor(String code, LocalDate on) {
    var unit =
        units.stream()
            .filter(u -> u.key().code().equals(code))
            .min(Comparator.comparing(u -> u.key().validFrom()))
            .orElseThrow();
    while (!unit.existsOn(on)) {
      var from = unit.key();
      unit =
          unit(
              successions.stream()
                  .filter(s -> s.from().equals(from) && s.extent() == Extent.FULL)
                  .findFirst()
                  .orElseThrow()
                  .to());
    }
    return unit;
  }

  /** The unit of that key. */
  public UnitFact unit(UnitKey key) {
    return units.stream().filter(u -> u.key().equals(key)).findFirst().orElseThrow();
  }

  /** The units of a level on a day, by code. */
  public List<UnitFact> unitsOn(LocalDate day, UnitLevel level) {
    return units.stream()
        .filter(u -> u.level() == level && u.existsOn(day))
        .sorted(Comparator.comparing(u -> u.key().code()))
        .toList();
  }

  /** Units that were there before any redrawing, provinces first. */
  public List<UnitFact> firstMap() {
    var first =
        units.stream().map(u -> u.key().validFrom()).min(LocalDate::compareTo).orElseThrow();
    return units.stream().filter(u -> u.key().validFrom().equals(first)).toList();
  }

  private static List<UnitFact> units(List<NamedCsvRecord> rows) {
    var units = new ArrayList<UnitFact>();
    for (var row : rows) {
      var from = LocalDate.parse(row.getField("valid_from"));
      var parentCode = emptyToNull(row.getField("parent_code"));
      var validTo = emptyToNull(row.getField("valid_to"));
      units.add(
          new UnitFact(
              new UnitKey(row.getField("code"), from),
              row.getField("name"),
              UnitLevel.valueOf(row.getField("level").toUpperCase(Locale.ROOT)),
              UnitKind.valueOf(row.getField("kind").toUpperCase(Locale.ROOT)),
              // provinces stand before districts and these before communes
              parentCode == null ? null : find(units, parentCode, from).key(),
              validTo == null ? null : LocalDate.parse(validTo)));
    }
    return units;
  }

  private static Map<UnitKey, Integer> weights(List<UnitFact> units, List<NamedCsvRecord> census) {
    var first =
        units.stream().map(u -> u.key().validFrom()).min(LocalDate::compareTo).orElseThrow();
    var byName = new HashMap<String, UnitKey>();
    for (var unit : units) {
      if (unit.level() == UnitLevel.COMMUNE
          && unit.key().validFrom().equals(first)
          && byName.put(Folding.fold(unit.name()), unit.key()) != null) {
        throw new IllegalArgumentException("two communes are named " + unit.name());
      }
    }
    var weights = new HashMap<UnitKey, Integer>();
    for (var row : census) {
      var name = Folding.fold(row.getField("commune"));
      var key = byName.get(MERGED_SINCE_CENSUS.getOrDefault(name, name));
      if (key == null) {
        throw new IllegalArgumentException("no unit is named " + row.getField("commune"));
      }
      weights.merge(key, Integer.parseInt(row.getField("population_2009")), Integer::sum);
    }
    byName.forEach(
        (name, key) -> {
          if (!weights.containsKey(key)) {
            throw new IllegalArgumentException("the census has no row for " + name);
          }
        });
    return weights;
  }

  private static UnitFact find(List<UnitFact> units, String code, LocalDate on) {
    return units.stream()
        .filter(u -> u.key().code().equals(code) && u.existsOn(on))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no unit " + code + " on " + on));
  }

  private static List<NamedCsvRecord> records(String csv) {
    return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
