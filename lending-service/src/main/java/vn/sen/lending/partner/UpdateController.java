package vn.sen.lending.partner;

import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandAnswers.Done;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.web.ProblemTexts;
import vn.sen.chassis.web.UnreadableField;
import vn.sen.lending.partner.Updates.Line;
import vn.sen.lending.partner.Updates.Outcome;

/** Updates that banks send. */
@RestController
@RequestMapping("/api/partners")
class UpdateController {

  static final int MAX_BATCH = 10_000;

  private final UpdateReader reader;
  private final Updates updates;
  private final UsedKeys keys;
  private final Validator validator;
  private final JsonMapper json;
  private final ProblemTexts texts;

  UpdateController(
      UpdateReader reader,
      Updates updates,
      UsedKeys keys,
      Validator validator,
      JsonMapper json,
      ProblemTexts texts) {
    this.reader = reader;
    this.updates = updates;
    this.keys = keys;
    this.validator = validator;
    this.json = json;
    this.texts = texts;
  }

  /** Many updates; each is understood and judged by itself. */
  record Batch(@NotEmpty @Size(max = MAX_BATCH) List<JsonNode> updates) {}

  /** What became of the lines, in order. */
  record BatchAnswer(long taken, long repeated, long refused, List<LineAnswer> results) {}

  /**
   * What became of a line.
   *
   * @param line counted from 1
   * @param problem why it was refused, else null
   */
  record LineAnswer(int line, Status status, @Nullable Problem problem) {
    enum Status {
      TAKEN,
      REPEATED,
      REFUSED
    }
  }

  /**
   * A refusal.
   *
   * @param pointer to the field at fault within the line, or ""
   */
  record Problem(String rule, String pointer, String detail) {}

  @Needs(Role.BANK)
  @PostMapping("/updates")
  ResponseEntity<Done> update(
      @Valid @RequestBody UpdateBody body,
      @RequestHeader("Idempotency-Key") String key,
      CommandContext by) {
    var told = reader.read(Scope.requireBank(by.sender()), body);
    return CommandAnswers.changed(updates.take(told, by.againstAnyVersion()));
  }

  @Needs(Role.BANK)
  @PostMapping("/update-batches")
  BatchAnswer updates(
      @Valid @RequestBody Batch batch,
      @RequestHeader("Idempotency-Key") String key,
      CommandContext by,
      Locale locale) {
    var bank = Scope.requireBank(by.sender());
    return keys.answer(by, () -> take(bank, batch, by, locale));
  }

  private BatchAnswer take(UUID bank, Batch batch, CommandContext by, Locale locale) {
    var outcomes = new HashMap<Integer, LineAnswer>();
    var lines = new ArrayList<Line>();
    for (int number = 1; number <= batch.updates().size(); number++) {
      var refusal = read(bank, number, batch.updates().get(number - 1), lines, locale);
      if (refusal != null) {
        outcomes.put(number, refusal);
      }
    }
    updates
        .takeAll(lines, by.againstAnyVersion())
        .forEach((number, outcome) -> outcomes.put(number, answer(number, outcome, locale)));
    return answer(batch.updates().size(), outcomes);
  }

  /** Adds the line where it can be understood; otherwise says what is wrong with it. */
  private @Nullable LineAnswer read(
      UUID bank, int number, JsonNode update, List<Line> lines, Locale locale) {
    try {
      var body = json.treeToValue(update, UpdateBody.class);
      var wrong = body == null ? null : validator.validate(body).stream().findFirst().orElse(null);
      if (body == null || wrong != null) {
        var pointer = wrong == null ? "" : "/" + wrong.getPropertyPath();
        var detail = wrong == null ? "" : wrong.getMessage();
        return refused(number, new Problem("field-invalid", pointer, detail));
      }
      lines.add(new Line(number, reader.read(bank, body)));
      return null;
    } catch (JacksonException e) {
      var field = UnreadableField.of(e);
      var detail = texts.detail(field.rule(), locale);
      return refused(number, new Problem(field.rule(), field.pointer(), detail));
    } catch (RuleViolation refusal) {
      return answer(number, new Outcome.Refused(refusal), locale);
    }
  }

  private static LineAnswer refused(int number, Problem problem) {
    return new LineAnswer(number, LineAnswer.Status.REFUSED, problem);
  }

  private LineAnswer answer(int number, Outcome outcome, Locale locale) {
    return switch (outcome) {
      case Outcome.Taken() -> new LineAnswer(number, LineAnswer.Status.TAKEN, null);
      case Outcome.Repeated() -> new LineAnswer(number, LineAnswer.Status.REPEATED, null);
      case Outcome.Refused(var refusal) ->
          refused(
              number,
              new Problem(
                  refusal.rule(),
                  refusal.pointer(),
                  texts.detail(refusal.rule(), locale, refusal.arguments())));
    };
  }

  private static BatchAnswer answer(int size, Map<Integer, LineAnswer> outcomes) {
    var results = new ArrayList<LineAnswer>(size);
    var counts = new HashMap<LineAnswer.Status, Long>();
    for (int number = 1; number <= size; number++) {
      var result = outcomes.get(number);
      if (result == null) {
        throw new IllegalStateException("Nothing became of line " + number);
      }
      results.add(result);
      counts.merge(result.status(), 1L, Long::sum);
    }
    return new BatchAnswer(
        counts.getOrDefault(LineAnswer.Status.TAKEN, 0L),
        counts.getOrDefault(LineAnswer.Status.REPEATED, 0L),
        counts.getOrDefault(LineAnswer.Status.REFUSED, 0L),
        results);
  }
}
