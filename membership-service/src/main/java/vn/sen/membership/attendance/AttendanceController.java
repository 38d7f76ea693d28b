package vn.sen.membership.attendance;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.audit.OnRecord;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandAnswers.Done;
import vn.sen.chassis.command.CommandContext;
import vn.sen.membership.attendance.AttendanceList.Line;
import vn.sen.membership.memberimport.RowReader;

/** Lists of who was at a session of a class: uploaded, looked at, told to the training service. */
@RestController
@RequestMapping(AttendanceController.PATH)
class AttendanceController {

  static final String PATH = "/api/membership/attendance-lists";

  private static final String CSV = "text/csv";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final int MAX_SESSION = 120;

  private final AttendanceLists lists;
  private final AttendanceMatching matching;
  private final Scope scope;
  private final Clock clock;

  AttendanceController(
      AttendanceLists lists, AttendanceMatching matching, Scope scope, Clock clock) {
    this.lists = lists;
    this.matching = matching;
    this.scope = scope;
    this.clock = clock;
  }

  /**
   * A list as it was read.
   *
   * @param members whom its rows mean
   * @param refused the rows that mean nobody, and why
   * @param toldOn absent while the training service was not told
   */
  record AttendanceListView(
      UUID id,
      long version,
      UUID classId,
      UUID unitId,
      int session,
      List<UUID> members,
      List<Line> refused,
      @Nullable LocalDate toldOn) {}

  /**
   * How to go on with a list.
   *
   * @param skipRefused needed where some rows mean nobody: they are left out
   */
  record Telling(@Nullable Boolean skipRefused) {}

  /**
   * A list of who was at a session, with the columns "Họ và tên" and, where known, "Số định danh"
   * and "Năm sinh". Nothing happens yet but that it is read.
   *
   * @param unitId the unit for which the sender acts: the organiser of the class, or one above it
   * @param session the number of the session, from 1
   */
  @Needs(Role.OFFICER)
  @PostMapping(consumes = CSV)
  ResponseEntity<Done> uploadCsv(
      @RequestParam UUID classId,
      @RequestParam UUID unitId,
      @RequestParam @Min(1) @Max(MAX_SESSION) int session,
      CommandContext by,
      HttpServletRequest file)
      throws IOException {
    return read(RowReader.CSV, classId, unitId, session, by, file);
  }

  /** The same as a workbook; its first sheet is read. */
  @Needs(Role.OFFICER)
  @PostMapping(consumes = XLSX)
  ResponseEntity<Done> uploadXlsx(
      @RequestParam UUID classId,
      @RequestParam UUID unitId,
      @RequestParam @Min(1) @Max(MAX_SESSION) int session,
      CommandContext by,
      HttpServletRequest file)
      throws IOException {
    return read(AttendanceMatching.XLSX, classId, unitId, session, by, file);
  }

  private ResponseEntity<Done> read(
      RowReader reader,
      UUID classId,
      UUID unitId,
      int session,
      CommandContext by,
      HttpServletRequest file)
      throws IOException {
    var today = LocalDate.now(clock);
    scope.require(by.sender(), unitId, today, "");
    var read = matching.match(file.getInputStream(), reader, by.sender());
    var body = "%s/%s/%s/%d".formatted(read.digest(), classId, unitId, session);
    return CommandAnswers.created(
        lists.create(
            by.withBody(body), AttendanceList.read(classId, unitId, session, read.lines(), today)),
        PATH);
  }

  /** Whom the rows mean, and which mean nobody and why. */
  @Needs({Role.OFFICER, Role.AUDITOR})
  @GetMapping("/{id}")
  ResponseEntity<AttendanceListView> get(@PathVariable UUID id, Caller reader, OnRecord record) {
    var stored = lists.get(id);
    var list = inScope(reader, stored.state());
    record.shows(list.members());
    return ResponseEntity.ok()
        .eTag(Long.toString(stored.version()))
        .body(
            new AttendanceListView(
                id,
                stored.version(),
                list.classId(),
                list.unitId(),
                list.session(),
                list.members(),
                list.refused(),
                list.toldOn()));
  }

  /** Tells the training service who was there. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/execution")
  ResponseEntity<Done> tell(
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable Telling body,
      CommandContext by) {
    var skip = body != null && Boolean.TRUE.equals(body.skipRefused());
    var today = LocalDate.now(clock);
    return CommandAnswers.changed(
        lists.change(id, by, list -> inScope(by.sender(), list).tell(skip, today)));
  }

  private AttendanceList inScope(Caller caller, AttendanceList list) {
    scope.require(caller, list.unitId(), LocalDate.now(clock), "");
    return list;
  }
}
