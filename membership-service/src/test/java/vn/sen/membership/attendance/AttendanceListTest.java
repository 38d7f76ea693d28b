package vn.sen.membership.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sen.events.membership.AttendanceEvent.AttendanceRead;
import vn.sen.events.membership.AttendanceEvent.AttendanceTold;
import vn.sen.membership.attendance.AttendanceList.Line;
import vn.sen.membership.attendance.AttendanceList.Problem;

class AttendanceListTest {

  private static final UUID CLASS = UUID.randomUUID();
  private static final UUID UNIT = UUID.randomUUID();
  private static final UUID HOA = UUID.randomUUID();
  private static final LocalDate TODAY = LocalDate.of(2023, 3, 16);

  private static AttendanceList read(Line... lines) {
    return AttendanceList.read(CLASS, UNIT, 1, List.of(lines), TODAY).state();
  }

  private static Line means(long row, UUID member) {
    return new Line(row, member, null);
  }

  @Test
  void counts_whom_its_rows_mean_each_once() {
    var decision =
        AttendanceList.read(
            CLASS,
            UNIT,
            1,
            List.of(means(2, HOA), Line.of(3, Problem.UNKNOWN), means(4, HOA)),
            TODAY);

    assertThat(decision.events())
        .isEqualTo(List.of(new AttendanceRead(CLASS, UNIT, 1, 1, 2, TODAY)));
    assertThat(decision.state().refused())
        .containsExactly(Line.of(3, Problem.UNKNOWN), Line.of(4, Problem.TWICE));
  }

  @Test
  void is_told_once_and_whole_unless_its_sender_lets_rows_go() {
    // given
    var list = read(means(2, HOA), Line.of(3, Problem.AMBIGUOUS));

    // then
    assertThatThrownBy(() -> list.tell(false, TODAY))
        .isInstanceOf(AttendanceRules.ListHasRefusedRows.class);
    var told = list.tell(true, TODAY);
    assertThat(told.events())
        .isEqualTo(List.of(new AttendanceTold(CLASS, UNIT, 1, List.of(HOA), TODAY)));
    assertThatThrownBy(() -> told.state().tell(true, TODAY))
        .isInstanceOf(AttendanceRules.ListWasTold.class);
  }

  @Test
  void a_name_that_stands_there_twice_holds_up_nothing() {
    assertThat(read(means(2, HOA), means(3, HOA)).tell(false, TODAY).events()).hasSize(1);
  }

  @Test
  void a_list_of_nobody_is_not_told() {
    assertThatThrownBy(() -> read(Line.of(2, Problem.UNKNOWN)).tell(true, TODAY))
        .isInstanceOf(AttendanceRules.NobodyOnList.class);
  }
}
