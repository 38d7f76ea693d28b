package vn.sen.lending.partner;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.domain.DateOutOfRange;
import vn.sen.events.lending.LoanPlace;
import vn.sen.lending.group.Groups.Named;
import vn.sen.lending.household.Households;
import vn.sen.lending.loan.Act;
import vn.sen.lending.loan.Contract;
import vn.sen.lending.loan.LoanUpdate;
import vn.sen.lending.loan.Loans;
import vn.sen.lending.loan.Loans.NewLoan;
import vn.sen.lending.loan.Posting;
import vn.sen.lending.partner.Told.Person;
import vn.sen.lending.programme.Programmes;
import vn.sen.lending.territory.Territory;

/** Understands what banks send: which fields a kind needs, which programme and commune is meant. */
@Component
class UpdateReader {

  private final Loans loans;
  private final Households households;
  private final Programmes programmes;
  private final Territory territory;
  private final Clock clock;

  UpdateReader(
      Loans loans, Households households, Programmes programmes, Territory territory, Clock clock) {
    this.loans = loans;
    this.households = households;
    this.programmes = programmes;
    this.territory = territory;
    this.clock = clock;
  }

  /**
   * Understands an update.
   *
   * @throws vn.sen.chassis.domain.RuleViolation naming the field that is missing or wrong
   */
  Told read(UUID bank, UpdateBody body) {
    var loan = loans.idOf(bank, body.loan());
    DateOutOfRange.checked("/on", body.on());
    return switch (body.kind()) {
      case DISBURSED -> disbursed(bank, loan, body);
      case PRINCIPAL_REPAID -> posted(loan, body, new Act.PrincipalRepaid(amount(body)));
      case INTEREST_PAID -> posted(loan, body, new Act.InterestPaid(amount(body)));
      case INTEREST_WAIVED -> posted(loan, body, new Act.InterestWaived(amount(body)));
      case MOVED_TO_OVERDUE -> posted(loan, body, new Act.MovedToOverdue(amount(body)));
      case RETURNED_TO_TERM -> posted(loan, body, new Act.ReturnedToTerm(amount(body)));
      case FROZEN -> posted(loan, body, new Act.Frozen(date(body, body.until(), "/until")));
      case THAWED -> posted(loan, body, new Act.Thawed());
      case EXTENDED -> posted(loan, body, new Act.Extended(date(body, body.dueOn(), "/dueOn")));
      case WRITTEN_OFF -> posted(loan, body, new Act.WrittenOff());
      case SETTLED -> posted(loan, body, new Act.Settled());
      case BORROWER_REPLACED -> replaced(loan, body);
      case REGROUPED -> regrouped(bank, loan, body);
      case POINT_CHANGED ->
          posted(loan, body, new Act.PointChanged(needed(body, body.point(), "/point")));
      case CORRECTED ->
          told(
              loan,
              new LoanUpdate.Corrected(
                  body.reference(),
                  needed(body, body.corrects(), "/corrects"),
                  body.amount(),
                  body.on()));
      case REVERSED ->
          told(
              loan,
              new LoanUpdate.Reversed(
                  body.reference(), needed(body, body.reverses(), "/reverses"), body.on()));
    };
  }

  /** With a contract it begins a loan that is not known yet; without, it is a further part. */
  private Told disbursed(UUID bank, UUID loan, UpdateBody body) {
    var posted = new LoanUpdate.Posted(posting(body, new Act.Disbursed(amount(body))));
    if (body.programme() == null) {
      return told(loan, posted);
    }
    var unit = commune(body, needed(body, body.unit(), "/unit"));
    var borrower = borrower(body);
    var group = body.group() == null ? null : new Named(bank, body.group(), unit);
    var place =
        new LoanPlace(
            bank,
            programmes.byCode(body.programme()).orElseThrow(PartnerRules.ProgrammeUnknown::new),
            unit,
            List.of(),
            group == null ? null : group.id(),
            borrower.household(),
            date(body, body.dueOn(), "/dueOn"));
    var contract =
        new Contract(
            body.loan(),
            body.customer(),
            place,
            amount(body),
            body.on(),
            basisPoints(needed(body, body.ratePercent(), "/ratePercent")),
            body.point());
    return new Told(loan, posted, new NewLoan(loan, contract, posted), borrower, group);
  }

  private Told replaced(UUID loan, UpdateBody body) {
    var borrower = borrower(body);
    var posting = posting(body, new Act.BorrowerReplaced(borrower.household()));
    return new Told(loan, new LoanUpdate.Posted(posting), null, borrower, null);
  }

  private Told regrouped(UUID bank, UUID loan, UpdateBody body) {
    var unit = commune(body, needed(body, body.unit(), "/unit"));
    var group = body.group() == null ? null : new Named(bank, body.group(), unit);
    var posting = posting(body, new Act.Regrouped(group == null ? null : group.id(), unit));
    return new Told(loan, new LoanUpdate.Posted(posting), null, null, group);
  }

  private Told posted(UUID loan, UpdateBody body, Act act) {
    return told(loan, new LoanUpdate.Posted(posting(body, act)));
  }

  private static Told told(UUID loan, LoanUpdate update) {
    return new Told(loan, update, null, null, null);
  }

  private Posting posting(UpdateBody body, Act act) {
    var sequence = body.sequence() == null ? 0 : body.sequence();
    return new Posting(body.reference(), body.on(), sequence, LocalDate.now(clock), act);
  }

  private Person borrower(UpdateBody body) {
    var identity = needed(body, body.identity(), "/identity");
    return new Person(households.hash(identity), body.name());
  }

  private UUID commune(UpdateBody body, String code) {
    return territory
        .commune(code, body.on())
        .orElseThrow(() -> new PartnerRules.CommuneUnknown(body.on()));
  }

  private static long amount(UpdateBody body) {
    return needed(body, body.amount(), "/amount");
  }

  private static LocalDate date(UpdateBody body, @Nullable LocalDate date, String pointer) {
    return DateOutOfRange.checked(pointer, needed(body, date, pointer));
  }

  private static <T> T needed(UpdateBody body, @Nullable T value, String pointer) {
    if (value == null) {
      throw new PartnerRules.FieldNeeded(pointer, body.kind());
    }
    return value;
  }

  private static int basisPoints(BigDecimal percent) {
    return percent.movePointRight(2).intValueExact();
  }
}
