package vn.sen.training.competency;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.OutOfScope;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.audit.OnRecord;
import vn.sen.chassis.domain.DateOutOfRange;
import vn.sen.training.participant.Directory;

/** What people are competent in, over HTTP. */
@RestController
@RequestMapping(CompetencyController.PATH)
class CompetencyController {

  static final String PATH = "/api/training/people";

  private final Competencies competencies;
  private final Directory directory;
  private final Clock clock;

  CompetencyController(Competencies competencies, Directory directory, Clock clock) {
    this.competencies = competencies;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * A competency from one class.
   *
   * @param until the last day; null for ever
   * @param holds whether it holds on the day asked for
   */
  record CompetencyView(
      String competency, LocalDate from, @Nullable LocalDate until, UUID classId, boolean holds) {}

  /** What somebody is competent in. */
  record CompetenciesView(UUID personId, LocalDate asOf, List<CompetencyView> competencies) {}

  /**
   * What somebody is competent in on a day (today where none is given), by class: for those who may
   * see her today, whatever the day.
   */
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/{id}/competencies")
  CompetenciesView of(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable LocalDate at,
      Caller reader,
      OnRecord record) {
    var today = LocalDate.now(clock);
    var day = at == null ? today : DateOutOfRange.checked("?at", at);
    if (!directory.isSeenBy(reader, id, today)) {
      throw new OutOfScope("");
    }
    record.shows(id);
    var gains =
        competencies.find(id).map(stored -> stored.state().gains()).orElse(List.of()).stream()
            .map(
                gain ->
                    new CompetencyView(
                        gain.competency(),
                        gain.from(),
                        gain.until(),
                        gain.classId(),
                        gain.holdsOn(day)))
            .toList();
    return new CompetenciesView(id, day, gains);
  }
}
