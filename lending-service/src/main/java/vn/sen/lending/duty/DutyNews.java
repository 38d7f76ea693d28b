package vn.sen.lending.duty;

import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.consume.DomainEventHandler;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;
import vn.sen.events.lending.AgreementEvent.TermsAgreed;
import vn.sen.events.lending.GroupEvent.HandedOver;
import vn.sen.events.lending.LoanEvent.UseChecked;
import vn.sen.lending.group.Groups;
import vn.sen.lending.loan.Loans;
import vn.sen.lending.statement.BankFeed;

/**
 * The process that makes the loans of a bank follow the terms agreed with it, and tells the bank of
 * duties that are done.
 */
@Component
class DutyNews implements DomainEventHandler {

  static final String GROUP = "lending.duties";

  private final Loans loans;
  private final Groups groups;
  private final BankFeed feed;

  DutyNews(Loans loans, Groups groups, BankFeed feed) {
    this.loans = loans;
    this.groups = groups;
    this.feed = feed;
  }

  @Override
  public boolean concerns(DomainEvent event) {
    return event instanceof TermsAgreed
        || event instanceof UseChecked
        || event instanceof HandedOver;
  }

  @Override
  public void on(EventRecord envelope, DomainEvent event) {
    var about = envelope.subject();
    switch (event) {
      case TermsAgreed e ->
          loans.followTerms(e.bankId(), CommandContext.process(GROUP, envelope.id().toString()));
      case UseChecked e ->
          feed.tellUseChecked(loans.bankOf(about), about, envelope.sequence(), e.on());
      case HandedOver e ->
          feed.tellHandedOver(groups.bankOf(about), about, envelope.sequence(), e.on());
      default -> throw new IllegalArgumentException("Does not concern duties: " + event);
    }
  }
}
