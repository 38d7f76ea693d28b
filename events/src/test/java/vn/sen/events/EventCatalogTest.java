package vn.sen.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sen.events.lending.LendingEvents;
import vn.sen.events.membership.MembershipEvents;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitClosed;

class EventCatalogTest {

  private static final EventCatalog CATALOG = MembershipEvents.CATALOG;
  private static final String CLOSED = "membership.orgunit.closed.v1";

  @Test
  void properties_that_a_later_version_added_are_ignored() {
    var data = "{\"on\":\"2025-07-01\",\"why\":\"Nghị quyết\"}".getBytes(UTF_8);
    assertThat(CATALOG.decode(CLOSED, data))
        .isEqualTo(new OrgUnitClosed(LocalDate.parse("2025-07-01")));
  }

  @Test
  void an_unknown_type_is_told_from_a_malformed_one() {
    assertThatThrownBy(() -> CATALOG.decode("membership.orgunit.closed.v2", new byte[0]))
        .isInstanceOf(UnknownEventException.class);
    assertThat(CATALOG.knows("membership.orgunit.closed.v2")).isFalse();
    assertThat(CATALOG.knows(null)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{\"on\":", "{\"on\":\"tomorrow\"}", "\u0000"})
  void what_cannot_be_read_is_malformed_and_says_nothing_of_its_content(String data) {
    assertThatThrownBy(() -> CATALOG.decode(CLOSED, data.getBytes(UTF_8)))
        .isInstanceOf(MalformedEventException.class)
        .hasMessageEndingWith("event of type " + CLOSED);
  }

  @Test
  void an_unknown_value_of_an_enumeration_is_malformed() {
    var data =
        """
        {"definition":"MEN","count":1,"asOf":"2023-12-31","source":"x"}\
        """
            .getBytes(UTF_8);
    assertThatThrownBy(() -> CATALOG.decode("membership.orgunit.women-count-stated.v1", data))
        .isInstanceOf(MalformedEventException.class);
  }

  @Test
  void an_event_of_another_catalog_is_refused() {
    var event = new OrgUnitClosed(LocalDate.parse("2025-07-01"));
    assertThatThrownBy(() -> LendingEvents.CATALOG.encode(event))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LendingEvents.CATALOG.nameOf(event))
        .isInstanceOf(IllegalArgumentException.class);
  }

  sealed interface Nameless extends DomainEvent {
    record Happened(LocalDate effectiveDate) implements Nameless {}
  }

  sealed interface Twice extends DomainEvent {
    @EventName("test.twice.v1")
    record One(LocalDate effectiveDate) implements Twice {}

    @EventName("test.twice.v1")
    record Two(LocalDate effectiveDate) implements Twice {}
  }

  @Test
  void names_are_there_and_unique() {
    assertThatThrownBy(() -> EventCatalog.of(List.of(Nameless.class)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Happened");
    assertThatThrownBy(() -> EventCatalog.of(List.of(Twice.class)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("test.twice.v1");
  }
}
