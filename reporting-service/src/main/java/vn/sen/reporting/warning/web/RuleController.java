package vn.sen.reporting.warning.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandAnswers.Done;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.domain.DateOutOfRange;
import vn.sen.chassis.store.Stored;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.reporting.WarningSide;
import vn.sen.events.reporting.WatchedFigure;
import vn.sen.reporting.warning.Rule;
import vn.sen.reporting.warning.Terms;
import vn.sen.reporting.warning.WarningRuleUnknown;
import vn.sen.reporting.warning.store.RuleBook;

/** The rules of early warning, which are the same for the whole Union. */
@RestController
@RequestMapping(RuleController.PATH)
class RuleController {

  static final String PATH = WarningController.PATH + "/rules";

  private static final String CODE = "[a-z0-9]+(-[a-z0-9]+)*";

  private final RuleBook rules;
  private final Scope scope;

  RuleController(RuleBook rules, Scope scope) {
    this.rules = rules;
    this.scope = scope;
  }

  /**
   * What a rule is to say from a day on.
   *
   * @param active false ends it on that day
   * @param threshold in percent
   * @param windowMonths from so many months the pace is taken
   * @param source where it is written
   */
  record NewTerms(
      @NotNull LocalDate from,
      @Nullable Boolean active,
      @NotNull WatchedFigure figure,
      @NotNull UnitLevel level,
      @NotNull WarningSide side,
      @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
          BigDecimal threshold,
      @NotNull @Min(1) @Max(60) Integer horizonMonths,
      @NotNull @Min(2) @Max(60) Integer windowMonths,
      @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*") String source) {

    Terms terms() {
      return new Terms(
          DateOutOfRange.checked("/from", from),
          active == null || active,
          figure,
          level,
          side,
          WarningProperties.hundredths(threshold),
          horizonMonths,
          windowMonths,
          source.strip());
    }
  }

  /**
   * A version of a rule.
   *
   * @param threshold in percent
   */
  record TermsView(
      LocalDate from,
      boolean active,
      WatchedFigure figure,
      UnitLevel level,
      WarningSide side,
      BigDecimal threshold,
      int horizonMonths,
      int windowMonths,
      String source) {

    static TermsView of(Terms terms) {
      return new TermsView(
          terms.from(),
          terms.active(),
          terms.figure(),
          terms.level(),
          terms.side(),
          terms.thresholdPercent(),
          terms.horizonMonths(),
          terms.windowMonths(),
          terms.source());
    }
  }

  /**
   * A rule.
   *
   * @param version 0 while it is as it came with the service
   * @param versions what it says and said, the oldest first
   */
  record RuleView(String code, long version, List<TermsView> versions) {

    static RuleView of(Stored<Rule> stored) {
      return new RuleView(
          stored.state().code(),
          stored.version(),
          stored.state().versions().stream().map(TermsView::of).toList());
    }
  }

  /** All rules, by code. */
  record Rules(List<RuleView> rules) {}

  @Operation(
      summary = "Các quy tắc cảnh báo sớm",
      description = "What is warned of, by which thresholds, since when.")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping
  Rules rules() {
    return new Rules(rules.stored().stream().map(RuleView::of).toList());
  }

  @Operation(summary = "Một quy tắc cảnh báo sớm", description = "A rule with all its versions.")
  @ApiResponse(
      responseCode = "404",
      description = "No such rule; the problem names those there are")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping("/{code}")
  ResponseEntity<RuleView> rule(@PathVariable String code) {
    var stored = rules.find(code).orElseThrow(() -> unknown(code));
    return ResponseEntity.ok().eTag(Long.toString(stored.version())).body(RuleView.of(stored));
  }

  private WarningRuleUnknown unknown(String code) {
    return new WarningRuleUnknown(
        "", code, rules.rules().stream().map(Rule::code).collect(Collectors.joining(", ")));
  }

  @Operation(
      summary = "Đặt một quy tắc cảnh báo sớm từ một ngày",
      description =
          "Lets a rule say something from a day on, in place of what it says from that very day on."
              + " A new code makes a new rule. Needs If-Match: \"0\" the first time.")
  @ApiResponse(responseCode = "403", description = "The caller does not act for the whole Union")
  @ApiResponse(responseCode = "412", description = "Somebody else has changed it")
  @Needs({Role.ADMINISTRATOR, Role.APPROVER})
  @PostMapping("/{code}")
  ResponseEntity<Done> set(
      @PathVariable @Size(max = 60) @Pattern(regexp = CODE) String code,
      @Valid @RequestBody NewTerms body,
      CommandContext by) {
    scope.requireTop(by.sender());
    return CommandAnswers.changed(rules.set(code, by, body.terms()));
  }
}
