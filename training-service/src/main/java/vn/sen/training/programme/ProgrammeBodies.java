package vn.sen.training.programme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.DateOutOfRange;
import vn.sen.events.training.ActivityKind;
import vn.sen.events.training.ResultMeasure;
import vn.sen.events.training.ResultRule;
import vn.sen.events.training.StatedKind;

/** What the API of programmes reads and writes. */
final class ProgrammeBodies {

  static final String CODE = "[A-Za-z0-9][A-Za-z0-9-]{1,19}";

  private static final String TEXT = "\\P{Cntrl}*";
  private static final long MOST = 1_000_000_000_000_000L;

  private ProgrammeBodies() {}

  /**
   * When a programme runs.
   *
   * @param until the last day; null while no end is set
   * @param source the decision that says so
   */
  record ProgrammeDays(
      @NotNull LocalDate from,
      @Nullable LocalDate until,
      @NotBlank @Size(max = 200) @Pattern(regexp = TEXT) String source) {

    Programme.Days days(String pointer) {
      return new Programme.Days(
          DateOutOfRange.checked(pointer + "/from", from),
          until == null ? null : DateOutOfRange.checked(pointer + "/until", until),
          plain(source));
    }
  }

  /** A programme of the Union. */
  record NewProgramme(
      @NotNull @Pattern(regexp = CODE) String code,
      @NotBlank @Size(max = 200) @Pattern(regexp = TEXT) String name,
      @NotNull @Valid ProgrammeDays days) {}

  record ProgrammeName(
      @NotBlank @Size(max = 200) @Pattern(regexp = TEXT) String name, @NotNull LocalDate from) {

    Programme.Name told() {
      return new Programme.Name(plain(name), DateOutOfRange.checked("/from", from));
    }
  }

  /**
   * How the result of an indicator comes about. What narrows nothing is left out.
   *
   * @param themeId of classes and activities: only those of this theme
   * @param groupType of community groups: the code of their type
   * @param activityKind of activities: their kind
   * @param loanProgramme of loans: the lending programme
   * @param competency of people in post: the code of what they are competent in
   * @param titleId of people in post: only those who hold this title
   * @param stated of what officers state: what the number means
   * @param ownOnly whether only the programme's own classes, groups and activities count
   */
  record NewRule(
      @NotNull ResultMeasure measure,
      @Nullable UUID themeId,
      @Nullable @Size(max = 40) @Pattern(regexp = TEXT) String groupType,
      @Nullable ActivityKind activityKind,
      @Nullable UUID loanProgramme,
      @Nullable @Pattern(regexp = CODE) String competency,
      @Nullable UUID titleId,
      @Nullable StatedKind stated,
      @Nullable Boolean ownOnly) {

    ResultRule rule() {
      return new ResultRule(
          measure,
          themeId,
          groupType == null ? null : groupType.toUpperCase(Locale.ROOT),
          activityKind,
          loanProgramme,
          competency == null ? null : competency.toUpperCase(Locale.ROOT),
          titleId,
          stated,
          Boolean.TRUE.equals(ownOnly));
    }
  }

  /**
   * Something more that a programme is measured by.
   *
   * @param unit in what it is measured: lớp, người, tổ, %
   * @param decimals how many digits of its numbers stand behind the point
   */
  record NewIndicator(
      @NotNull @Pattern(regexp = CODE) String code,
      @NotBlank @Size(max = 200) @Pattern(regexp = TEXT) String name,
      @NotBlank @Size(max = 30) @Pattern(regexp = TEXT) String unit,
      @NotNull @Min(0) @Max(2) Integer decimals,
      @NotNull @Valid NewRule rule,
      @NotNull LocalDate from) {

    Indicator told() {
      var first =
          new Indicator.Version(plain(name), rule.rule(), DateOutOfRange.checked("/from", from));
      return new Indicator(
          code.toUpperCase(Locale.ROOT), plain(unit), decimals, List.of(first), null);
    }
  }

  /** What an indicator is called and how its result comes about, from a day on. */
  record IndicatorVersion(
      @NotBlank @Size(max = 200) @Pattern(regexp = TEXT) String name,
      @NotNull @Valid NewRule rule,
      @NotNull LocalDate from) {

    Indicator.Version told() {
      return new Indicator.Version(plain(name), rule.rule(), DateOutOfRange.checked("/from", from));
    }
  }

  /**
   * The end of an indicator.
   *
   * @param on the first day without it
   */
  record IndicatorRetirement(@NotNull LocalDate on) {}

  /**
   * A programme with all that it is measured by.
   *
   * @param name what it is called on the day asked for, today where none is
   */
  record ProgrammeView(
      UUID id,
      long version,
      String code,
      String name,
      List<Programme.Name> names,
      Programme.Days days,
      List<Indicator> indicators) {

    static ProgrammeView of(UUID id, long version, Programme programme, LocalDate day) {
      return new ProgrammeView(
          id,
          version,
          programme.code(),
          programme.nameOn(day),
          programme.names(),
          programme.days(),
          programme.indicators());
    }
  }

  /**
   * What a unit is to reach by the end of a year.
   *
   * @param value in the indicator's last decimal
   * @param source the decision that sets it
   * @param on the day of the decision
   */
  record NewTarget(
      @NotNull @Min(0) @Max(MOST) Long value,
      @NotBlank @Size(max = 200) @Pattern(regexp = TEXT) String source,
      @NotNull LocalDate on) {

    Goals.Target told(String indicator, int year) {
      return new Goals.Target(
          indicator, year, value, plain(source), DateOutOfRange.checked("/on", on));
    }
  }

  /**
   * What a unit has reached.
   *
   * @param indicator its code
   * @param value in the indicator's last decimal; null where nothing is to be stated for the date
   *     any more
   * @param source where the number comes from
   */
  record NewResult(
      @NotNull @Pattern(regexp = CODE) String indicator,
      @NotNull LocalDate asOf,
      @Nullable @Min(0) @Max(MOST) Long value,
      @NotBlank @Size(max = 200) @Pattern(regexp = TEXT) String source) {

    Goals.Result told(StatedKind kind) {
      return new Goals.Result(
          indicator.toUpperCase(Locale.ROOT),
          DateOutOfRange.checked("/asOf", asOf),
          kind,
          value,
          plain(source));
    }
  }

  /** What a unit is to reach and what it is stated to have reached; what counts is in reports. */
  record GoalsView(
      UUID unitId,
      long version,
      List<Goals.Target> targets,
      List<Goals.Result> results,
      List<Goals.Result> proposed) {

    static GoalsView of(long version, Goals goals) {
      return new GoalsView(
          goals.unitId(),
          version,
          goals.targets(),
          goals.results(),
          goals.proposals().stream().map(proposal -> proposal.content()).toList());
    }
  }

  private static String plain(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
  }
}
