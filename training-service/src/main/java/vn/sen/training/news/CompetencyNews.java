package vn.sen.training.news;

import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.consume.DomainEventHandler;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;
import vn.sen.events.training.CompetencyEvent;
import vn.sen.training.plan.Plans;

/** A need of a plan is met when the person gains what she lacked. */
@Component
class CompetencyNews implements DomainEventHandler {

  static final String GROUP = "training.plans";

  private final Plans plans;

  CompetencyNews(Plans plans) {
    this.plans = plans;
  }

  @Override
  public boolean concerns(DomainEvent event) {
    return event instanceof CompetencyEvent;
  }

  @Override
  public void on(EventRecord envelope, DomainEvent event) {
    if (event instanceof CompetencyEvent told) {
      plans.follow(told, id -> CommandContext.process(GROUP, envelope.id() + "/" + id));
    }
  }
}
