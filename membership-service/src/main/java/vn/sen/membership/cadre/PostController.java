package vn.sen.membership.cadre;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.audit.OnRecord;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandAnswers.Done;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.domain.DateOutOfRange;
import vn.sen.chassis.store.HistoryEntry;
import vn.sen.chassis.web.Page;
import vn.sen.events.membership.TermEnd;
import vn.sen.membership.cadre.Appointments.Days;
import vn.sen.membership.cadre.Appointments.Place;
import vn.sen.membership.member.KnownMembers;
import vn.sen.membership.member.Standing;
import vn.sen.membership.title.Titles;

/**
 * Posts over HTTP: a post is named by its unit and its title, whether or not anybody ever held it.
 */
@RestController
@RequestMapping(PostController.PATH)
class PostController {

  static final String PATH = "/api/membership/posts";

  private static final String POST = "/{unitId}/{titleId}";
  private static final String TERM = POST + "/terms/{termId}";

  private final Appointments appointments;
  private final Posts posts;
  private final PostList list;
  private final Titles titles;
  private final KnownMembers members;
  private final Clock clock;

  PostController(
      Appointments appointments,
      Posts posts,
      PostList list,
      Titles titles,
      KnownMembers members,
      Clock clock) {
    this.appointments = appointments;
    this.posts = posts;
    this.list = list;
    this.titles = titles;
    this.members = members;
    this.clock = clock;
  }

  /**
   * @param from the first day
   * @param until the last day as planned
   */
  record NewTerm(@NotNull UUID personId, @NotNull LocalDate from, @Nullable LocalDate until) {
    Days days() {
      return new Days(checked("/from", from), checkedOrNull("/until", until), null);
    }
  }

  /**
   * The days as they were; what is left out was not so.
   *
   * @param endedOn the first day on which she did not hold the title any more
   */
  record TermDays(@NotNull LocalDate from, @Nullable LocalDate until, @Nullable LocalDate endedOn) {
    Days days() {
      return new Days(
          checked("/from", from),
          checkedOrNull("/until", until),
          checkedOrNull("/endedOn", endedOn));
    }
  }

  /**
   * @param on the first day on which she does not hold the title any more
   */
  record TermEnding(@NotNull LocalDate on, @NotNull TermEnd reason) {}

  /**
   * @param id of the post
   */
  record Appointed(UUID id, UUID termId, long version) {}

  /** Which posts to list. */
  enum Show {
    ALL,
    /** Those with a seat that nobody holds. */
    VACANT,
    /** Those with a term that somebody has to look at. */
    FOR_REVIEW
  }

  private static LocalDate checked(String pointer, LocalDate day) {
    return DateOutOfRange.checked(pointer, day);
  }

  private static @Nullable LocalDate checkedOrNull(String pointer, @Nullable LocalDate day) {
    return day == null ? null : DateOutOfRange.checked(pointer, day);
  }

  /** Somebody begins to hold the title. */
  @Needs(Role.OFFICER)
  @PostMapping(POST + "/terms")
  ResponseEntity<Appointed> appoint(
      @PathVariable UUID unitId,
      @PathVariable UUID titleId,
      @Valid @RequestBody NewTerm body,
      CommandContext by) {
    var committed =
        appointments.appoint(new Place(unitId, titleId), body.personId(), body.days(), by);
    return CommandAnswers.changed(
        committed, new Appointed(committed.id(), by.newId(), committed.version()));
  }

  /** Corrects the days of a term. */
  @Needs(Role.OFFICER)
  @PutMapping(TERM)
  ResponseEntity<Done> correct(
      @PathVariable UUID unitId,
      @PathVariable UUID titleId,
      @PathVariable UUID termId,
      @Valid @RequestBody TermDays body,
      CommandContext by) {
    return CommandAnswers.changed(
        appointments.correct(new Place(unitId, titleId), termId, body.days(), by));
  }

  @Needs(Role.OFFICER)
  @PostMapping(TERM + "/ending")
  ResponseEntity<Done> end(
      @PathVariable UUID unitId,
      @PathVariable UUID titleId,
      @PathVariable UUID termId,
      @Valid @RequestBody TermEnding body,
      CommandContext by) {
    var on = checked("/on", body.on());
    return CommandAnswers.changed(
        appointments.end(new Place(unitId, titleId), termId, on, body.reason(), by));
  }

  /** The term was looked at and goes on. */
  @Needs(Role.OFFICER)
  @PostMapping(TERM + "/review")
  ResponseEntity<Done> keep(
      @PathVariable UUID unitId,
      @PathVariable UUID titleId,
      @PathVariable UUID termId,
      CommandContext by) {
    return CommandAnswers.changed(appointments.keep(new Place(unitId, titleId), termId, by));
  }

  /** The term was entered by mistake: she never held the title. */
  @Needs(Role.OFFICER)
  @PostMapping(TERM + "/withdrawal")
  ResponseEntity<Done> withdraw(
      @PathVariable UUID unitId,
      @PathVariable UUID titleId,
      @PathVariable UUID termId,
      CommandContext by) {
    return CommandAnswers.changed(appointments.withdraw(new Place(unitId, titleId), termId, by));
  }

  /**
   * Posts of a unit and of what is below it, with those who held them on a day, on the map of that
   * day.
   *
   * @param at today where left out
   */
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping
  ResponseEntity<Page<PostView>> list(
      @RequestParam @Nullable UUID unitId,
      @RequestParam @Nullable UUID titleId,
      @RequestParam @Nullable LocalDate at,
      @RequestParam(defaultValue = "ALL") Show show,
      @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit,
      @RequestParam @Nullable String cursor,
      Caller reader,
      OnRecord record) {
    var criteria = new PostList.Criteria(unitId, titleId, at == null ? today() : at);
    var found = list.find(reader, criteria, posts -> shown(posts, show), limit, cursor);
    var people = people(found.posts().stream().flatMap(post -> post.held().stream()).toList());
    record.shows(people.keySet());
    return Page.of(
        found.posts().stream().map(post -> PostView.of(post, post.held(), people)).toList(),
        found.next());
  }

  private static List<PostOnDay> shown(List<PostOnDay> posts, Show show) {
    return posts.stream().filter(post -> isShown(post, show)).toList();
  }

  private static boolean isShown(PostOnDay post, Show show) {
    return switch (show) {
      case ALL -> true;
      case VACANT -> post.vacant() > 0;
      case FOR_REVIEW -> post.held().stream().anyMatch(term -> term.review() != null);
    };
  }

  /** A post with all terms there ever were. */
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping(POST)
  ResponseEntity<PostView> get(
      @PathVariable UUID unitId, @PathVariable UUID titleId, Caller reader, OnRecord record) {
    var unit = appointments.requireReached(unitId, reader);
    var title = titles.get(titleId);
    var stored = posts.get(unitId, titleId);
    var day = unit.nearestDay(today());
    var post = new PostOnDay(unit, titleId, title, day, stored.version(), stored.state());
    var people = people(stored.state().terms());
    record.shows(people.keySet());
    return ResponseEntity.ok()
        .eTag(Long.toString(stored.version()))
        .body(PostView.of(post, stored.state().terms(), people));
  }

  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping(POST + "/history")
  ResponseEntity<Page<HistoryEntry>> history(
      @PathVariable UUID unitId, @PathVariable UUID titleId, Caller reader, OnRecord record) {
    appointments.requireReached(unitId, reader);
    var history = posts.history(unitId, titleId);
    record.shows(people(posts.get(unitId, titleId).state().terms()).keySet());
    return Page.of(history, null);
  }

  private Map<UUID, Standing> people(Collection<Term> terms) {
    return members.findAll(terms.stream().map(Term::personId).distinct().toList());
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
