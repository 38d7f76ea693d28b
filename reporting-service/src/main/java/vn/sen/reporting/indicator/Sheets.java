package vn.sen.reporting.indicator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the dictionary from the sheets that come with the service, one for each report. */
final class Sheets {

  private static final String FOLDER = "/indicators/";
  private static final String OWNERS = "owners";

  /** In the order in which readers get them. */
  private static final List<String> REPORTS =
      List.of(
          "membership",
          "training",
          "training-coverage",
          "groups",
          "voices",
          "programmes",
          "lending",
          "lending-ageing",
          "lending-maturities",
          "lending-duties",
          "lending-loans",
          "lending-groups",
          "lending-statements",
          "warnings",
          "completeness",
          "province",
          "published");

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /**
   * A sheet.
   *
   * @param owner of all that do not name one
   * @param blocks where the figures of all that do not say {@code at} stand
   * @param sources of all that do not name any
   */
  private record Sheet(
      String report,
      List<String> addresses,
      Text name,
      String owner,
      List<String> blocks,
      @Nullable List<String> sources,
      List<Entry> indicators) {}

  /**
   * An indicator on a sheet.
   *
   * @param at the blocks it stands in; an empty list for the report itself
   * @param also further paths as a whole
   * @param path within a block; null where a figure is only shown by its id
   * @param additive true if absent
   * @param version 1 if absent
   */
  private record Entry(
      String id,
      @Nullable List<String> at,
      @Nullable List<String> also,
      @Nullable String path,
      Text name,
      Text definition,
      String formula,
      Measure unit,
      Kind kind,
      @Nullable Boolean additive,
      @Nullable Integer version,
      @Nullable String owner,
      @Nullable List<String> sources) {

    List<String> paths(Sheet sheet) {
      if (path == null) {
        return List.of();
      }
      var blocks = Objects.requireNonNullElse(at, sheet.blocks());
      var within = blocks.isEmpty() ? Stream.of(path) : blocks.stream().map(b -> b + "." + path);
      return Stream.concat(within, Objects.requireNonNullElse(also, List.<String>of()).stream())
          .toList();
    }
  }

  private final MessageDigest digest;
  private final Map<String, Owner> owners = new HashMap<>();
  private final List<DictionaryPart> reports = new ArrayList<>();
  private final List<Indicator> indicators = new ArrayList<>();

  private Sheets() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
    for (var owner : parse(OWNERS, Owner[].class)) {
      owners.put(owner.code(), owner);
    }
    for (var name : REPORTS) {
      add(parse(name, Sheet.class));
    }
  }

  /**
   * Reads all sheets.
   *
   * @throws IllegalStateException naming the sheet or the entry that is wrong
   */
  static Indicators read() {
    var sheets = new Sheets();
    var version = HexFormat.of().formatHex(Arrays.copyOf(sheets.digest.digest(), 8));
    return new Indicators(version, sheets.reports, sheets.indicators);
  }

  private <T> T parse(String name, Class<T> type) {
    var text = text(FOLDER + name + ".yaml");
    Object plain = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    return MAPPER.convertValue(plain, type);
  }

  private String text(String resource) {
    try (var in = Sheets.class.getResourceAsStream(resource)) {
      var bytes = Objects.requireNonNull(in, resource).readAllBytes();
      digest.update(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  private void add(Sheet sheet) {
    reports.add(new DictionaryPart(sheet.report(), sheet.name(), sheet.addresses()));
    for (var entry : sheet.indicators()) {
      var owner = Objects.requireNonNullElse(entry.owner(), sheet.owner());
      var sources = entry.sources() == null ? sheet.sources() : entry.sources();
      var paths = entry.paths(sheet);
      indicators.add(
          new Indicator(
              entry.id(),
              sheet.report(),
              entry.name(),
              entry.definition(),
              entry.formula(),
              entry.unit(),
              entry.unit().label(),
              entry.kind(),
              Objects.requireNonNullElse(entry.additive(), true),
              Objects.requireNonNullElse(entry.version(), 1),
              Objects.requireNonNull(
                  owners.get(owner), () -> "Owner " + owner + " of " + entry.id()),
              sources == null ? List.of() : sources,
              paths.isEmpty() ? null : paths.getFirst(),
              paths));
    }
  }
}
