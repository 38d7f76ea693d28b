package vn.sen.reporting.published;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.events.reporting.FigureFinding;
import vn.sen.events.reporting.FigureLimit;
import vn.sen.events.reporting.PublishedFigureEvent.PublishedFigureExplained;
import vn.sen.events.reporting.PublishedFigureEvent.PublishedFigureRegistered;
import vn.sen.events.reporting.PublishedFigureEvent.PublishedFigureWithdrawn;
import vn.sen.reporting.province.DefinitionCheck;
import vn.sen.reporting.province.ReportDefinition.Line;

/**
 * A figure as a source states it.
 *
 * @param source where it stands
 * @param wording the source's own words
 * @param unit whose figure it is
 * @param indicator its id in the dictionary of indicators
 * @param of what it is limited to, by dimension
 * @param value in units of its last decimal
 * @param decimals that the source writes
 * @param precision in units of the last decimal: the source may round by half of it
 * @param measuredIn the source's unit, for people to read
 * @param power of ten by which that is larger than the indicator's unit
 * @param asOf the day that it is compared of
 * @param assumed whether the source does not state that day
 * @param explained what an officer has said about the difference; null for nothing
 * @param withdrawal why it does not count any more; null while it does
 */
public record PublishedFigure(
    String source,
    String wording,
    UUID unit,
    String indicator,
    Map<String, String> of,
    long value,
    int decimals,
    long precision,
    String measuredIn,
    int power,
    LocalDate asOf,
    boolean assumed,
    @Nullable Explained explained,
    @Nullable String withdrawal) {

  /** What the platform finds by itself. */
  private static final Set<FigureFinding> COMPUTED =
      Set.of(FigureFinding.EQUAL, FigureFinding.WITHIN_PRECISION);

  public PublishedFigure {
    of = Collections.unmodifiableMap(new TreeMap<>(of));
  }

  /** What an officer has said about a difference. */
  public record Explained(FigureFinding finding, String reason) {}

  /** It was withdrawn: nothing more happens to it. */
  public static final class PublishedFigureWithdrawnAlready extends RuleViolation {
    PublishedFigureWithdrawnAlready() {
      super("");
    }

    @Override
    public int status() {
      return 409;
    }
  }

  /** A finding needs a reason, and cannot be one that the platform computes. */
  public static final class FindingNeedsReason extends RuleViolation {
    FindingNeedsReason(String pointer) {
      super(pointer);
    }
  }

  /**
   * Enters it.
   *
   * @throws RuleViolation if the platform has no such indicator
   */
  public static Decision<PublishedFigure> register(PublishedFigure figure) {
    DefinitionCheck.check(figure.line(), "");
    var limits =
        figure.of().entrySet().stream()
            .map(limit -> new FigureLimit(limit.getKey(), limit.getValue()))
            .toList();
    return Decision.of(
        figure,
        new PublishedFigureRegistered(
            figure.source(),
            figure.unit(),
            figure.indicator(),
            limits,
            figure.value(),
            figure.decimals(),
            figure.power(),
            figure.asOf(),
            figure.assumed()));
  }

  /**
   * Says why it differs.
   *
   * @param finding null to take back what was said
   */
  public Decision<PublishedFigure> explain(
      @Nullable FigureFinding finding, @Nullable String reason, LocalDate on) {
    requireCounting();
    if (finding != null && COMPUTED.contains(finding)) {
      throw new FindingNeedsReason("/finding");
    }
    if (finding != null && (reason == null || reason.isBlank())) {
      throw new FindingNeedsReason("/reason");
    }
    var said = finding == null || reason == null ? null : new Explained(finding, reason.strip());
    return Objects.equals(said, explained)
        ? Decision.nothing(this)
        : Decision.of(with(said, null), new PublishedFigureExplained(finding, on));
  }

  /** Takes it out of the comparison. */
  public Decision<PublishedFigure> withdraw(String reason, LocalDate on) {
    requireCounting();
    return Decision.of(with(explained, reason), new PublishedFigureWithdrawn(on));
  }

  private void requireCounting() {
    if (withdrawal != null) {
      throw new PublishedFigureWithdrawnAlready();
    }
  }

  private PublishedFigure with(@Nullable Explained said, @Nullable String withdrawn) {
    return new PublishedFigure(
        source,
        wording,
        unit,
        indicator,
        of,
        value,
        decimals,
        precision,
        measuredIn,
        power,
        asOf,
        assumed,
        said,
        withdrawn);
  }

  /** The line of a report that counts it. */
  public Line line() {
    return new Line(indicator, wording, of, null, asOf, assumed, null);
  }

  /** As it is written, in the source's unit. */
  public BigDecimal written() {
    return BigDecimal.valueOf(value, decimals);
  }

  /** How far the source may have rounded, in its unit. */
  public BigDecimal tolerance() {
    return BigDecimal.valueOf(precision, decimals).divide(BigDecimal.TWO);
  }

  /** A number of the indicator's in the source's unit. */
  public BigDecimal inItsUnit(BigDecimal counted) {
    return counted.movePointLeft(power);
  }
}
