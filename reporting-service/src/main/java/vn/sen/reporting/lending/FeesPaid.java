package vn.sen.reporting.lending;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import vn.sen.reporting.lending.LendingPart.FeePayment;
import vn.sen.reporting.lending.LendingRow.Paid;
import vn.sen.reporting.lending.LendingRow.Register;
import vn.sen.reporting.reading.RowChoice;
import vn.sen.reporting.reading.Unit;

/** The payments of fees that one part of a report is made of. */
final class FeesPaid {

  private final LendingSnapshot snapshot;
  private final LendingQuery query;
  private final LendingCell cell;
  private final RowChoice row;

  FeesPaid(LendingSnapshot snapshot, LendingQuery query, LendingCell cell, RowChoice row) {
    this.snapshot = snapshot;
    this.query = query;
    this.cell = cell;
    this.row = row;
  }

  /** A payment, by all that tells it apart. */
  static String key(Paid paid) {
    return UUID.nameUUIDFromBytes(paid.toString().getBytes(UTF_8)).toString();
  }

  /** Tells of each payment, in đồng. */
  void forEach(ObjLongConsumer<Paid> action) {
    snapshot
        .paid()
        .forEach(
            (paid, amount) -> {
              if (isMeant(paid)) {
                action.accept(paid, amount);
              }
            });
  }

  /** The payment of a key. */
  Optional<Paid> find(String key) {
    return snapshot.paid().keySet().stream()
        .filter(paid -> key.equals(key(paid)) && isMeant(paid))
        .findFirst();
  }

  /** In đồng. */
  long amount(Paid paid) {
    return snapshot.paid().getOrDefault(paid, 0L);
  }

  private boolean isMeant(Paid paid) {
    var selection = query.selection();
    return is(Register.BANK, selection.bank(), paid.bank())
        && is(Register.BANK, cell.bank(), paid.bank())
        && is(Register.PROGRAMME, selection.programme(), paid.programme())
        && (LendingCell.NONE.equals(cell.programme())
            ? paid.programme() == null
            : is(Register.PROGRAMME, cell.programme(), paid.programme()))
        && isInTime(paid)
        && row.holds(row.territory().place(paid.unit()));
  }

  private boolean is(Register register, @Nullable String codeOrId, @Nullable UUID id) {
    return codeOrId == null || snapshot.find(register, codeOrId).equals(Optional.ofNullable(id));
  }

  private boolean isInTime(Paid paid) {
    var month = YearMonth.from(paid.month());
    return !paid.date().isAfter(query.asOf())
        && !month.isBefore(YearMonth.from(query.from()))
        && !paid.month().isAfter(query.asOf())
        && (cell.month() == null || cell.month().equals(month));
  }

  FeePayment describe(Paid paid) {
    var above = row.territory().place(paid.unit()).above();
    var programme = paid.programme();
    return new FeePayment(
        key(paid),
        snapshot.labelled(Register.BANK, paid.bank(), query.asOf()),
        programme == null ? null : snapshot.labelled(Register.PROGRAMME, programme, query.asOf()),
        above.isEmpty() ? null : Unit.of(above.getFirst(), row.territory().day()),
        YearMonth.from(paid.month()),
        paid.date());
  }
}
