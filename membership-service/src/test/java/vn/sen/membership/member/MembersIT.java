package vn.sen.membership.member;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.testing.PublishedRecords;
import vn.sen.chassis.testing.ServiceClient.Answer;
import vn.sen.events.Topic;
import vn.sen.membership.MembershipService;

class MembersIT extends MembershipService {

  private String registration(String unit, String name) {
    return json(
        Map.of("unitId", unit, "fullName", name, "birthYear", 1980, "joinedOn", "2020-03-08"));
  }

  private Answer register(String unit, String name) {
    return client.post(MEMBERS, registration(unit, name)).expect(201);
  }

  @Test
  void aRegistrationIsPublishedAsOneWholeRecord() {
    // given
    var branch = branch(commune(province()));
    // when
    var answer = register(branch, "Nguyễn Thị Hòa");
    // then
    var id = id(answer);
    assertThat(answer.header("Location")).isEqualTo(MEMBERS + "/" + id);
    assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    assertThat(answer.header("Sen-Consistency")).isEqualTo(id + "@1");
    var record = PublishedRecords.of(Topic.MEMBERS, id, 1).getFirst();
    assertThat(record.topic()).isEqualTo("membership.member.events.v1");
    assertThat(new String(record.key(), UTF_8)).isEqualTo(id);
    assertThat(PublishedRecords.headers(record))
        .containsAllEntriesOf(
            Map.of(
                "ce_specversion", "1.0",
                "ce_id", id + ".1",
                "ce_source", "/sen/membership",
                "ce_subject", id,
                "ce_type", "membership.member.registered.v1",
                "ce_sequence", "1",
                "ce_effectivedate", "2020-03-08",
                "content-type", "application/json"))
        .containsKey("ce_time");
    assertThat(new String(record.value(), UTF_8))
        .isEqualTo(
            """
            {"unitId":"%1$s","type":"ORDINARY","on":"2020-03-08","changes":[{"date":"2020-03-08",\
            "unit":"%1$s","type":"ORDINARY","flow":"ADMISSION","delta":1}]}\
            """
                .formatted(branch));
  }
}
