package vn.sen.training.news;

import java.util.List;
import java.util.stream.Stream;
import vn.sen.chassis.consume.Received;
import vn.sen.events.membership.MemberEvent;
import vn.sen.events.membership.MemberEvent.MemberErased;
import vn.sen.training.people.KnownPeople.News;

/** What training keeps of members: where they belong, and who had her data erased. */
final class MemberCopy {

  private MemberCopy() {}

  static Stream<News> news(Received received) {
    var member = received.envelope().subject();
    long sequence = received.envelope().sequence();
    return switch (received.event()) {
      case MemberErased _ -> Stream.of(new News(member, sequence, List.of(), true));
      case MemberEvent e when !e.changes().isEmpty() ->
          Stream.of(new News(member, sequence, e.changes(), false));
      default -> Stream.empty();
    };
  }
}
