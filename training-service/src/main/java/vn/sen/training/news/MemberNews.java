package vn.sen.training.news;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.consume.DomainEventHandler;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.chassis.org.Split;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;
import vn.sen.events.membership.MemberEvent.MemberAssigned;
import vn.sen.events.membership.MemberEvent.MemberErased;
import vn.sen.training.certificate.Certificates;
import vn.sen.training.trainingclass.Classes;

/**
 * What happens to members and concerns training's own records. Whoever a split assigned to a
 * successor counts there with all she attended. Whoever had her data erased is on no certificate
 * any more; what she attended counts on.
 */
@Component
class MemberNews implements DomainEventHandler {

  static final String GROUP = "training.members";

  private final Classes classes;
  private final Certificates certificates;
  private final OrgFollower orgUnits;

  MemberNews(Classes classes, Certificates certificates, OrgFollower orgUnits) {
    this.orgUnits = orgUnits;
    this.classes = classes;
    this.certificates = certificates;
  }

  @Override
  public boolean concerns(DomainEvent event) {
    return event instanceof MemberErased || event instanceof MemberAssigned;
  }

  @Override
  public void on(EventRecord envelope, DomainEvent event) {
    var member = envelope.subject();
    switch (event) {
      case MemberErased e -> certificates.erase(member, e.on(), id -> by(envelope, id));
      case MemberAssigned e -> {
        for (var id : classes.of(member)) {
          classes.change(
              id,
              by(envelope, id),
              known -> known.assignParticipant(member, e.successorId(), splits(e), e.on()));
        }
      }
      default -> throw new IllegalArgumentException("No news: " + envelope.type());
    }
  }

  private List<Split> splits(MemberAssigned assigned) {
    return orgUnits.map().splits().stream()
        .filter(s -> s.redrawingId().equals(assigned.redrawingId()))
        .filter(s -> s.successors().contains(assigned.successorId()))
        .toList();
  }

  private static CommandContext by(EventRecord envelope, UUID aggregate) {
    return CommandContext.process(GROUP, envelope.id() + "/" + aggregate);
  }
}
