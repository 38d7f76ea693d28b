package vn.sen.reporting.province;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.UnitTrait;
import vn.sen.reporting.communitygroup.CommunityGroupQuery;
import vn.sen.reporting.communitygroup.CommunityGroupReport;
import vn.sen.reporting.lending.LendingQuery;
import vn.sen.reporting.lending.LendingReport;
import vn.sen.reporting.membership.MembershipQuery;
import vn.sen.reporting.membership.MembershipReport;
import vn.sen.reporting.programme.ProgrammeQuery;
import vn.sen.reporting.programme.ProgrammeReport;
import vn.sen.reporting.training.CoverageQuery;
import vn.sen.reporting.training.CoverageReport;
import vn.sen.reporting.training.TrainingQuery;
import vn.sen.reporting.training.TrainingReport;

/**
 * The other reports, of one moment, as one report needs them: each is made once, however many
 * figures are read from it. What flows is counted from the first day of the year on.
 */
final class Sources {

  private final Readings readings;
  private final ProvinceQuery query;
  private final Map<Object, Object> made = new HashMap<>();

  Sources(Readings readings, ProvinceQuery query) {
    this.readings = readings;
    this.query = query;
  }

  /** Only localities that have it are counted; null for all. */
  @Nullable UnitTrait trait() {
    return query.trait();
  }

  @SuppressWarnings("unchecked")
  private <R> R once(Record question, Supplier<R> report) {
    var known = made.get(question);
    if (known == null) {
      known = report.get();
      made.put(question, known);
    }
    return (R) known;
  }

  MembershipReport membership(LocalDate asOf) {
    var of =
        new MembershipQuery(
            query.unit(),
            asOf,
            query.hierarchy(),
            query.level(),
            asOf.withDayOfYear(1),
            query.trait());
    return once(of, () -> readings.membership().report(of));
  }

  LendingReport lending(
      LocalDate asOf,
      @Nullable String bank,
      @Nullable String programme,
      Set<vn.sen.reporting.lending.Dimension> by) {
    var of =
        new LendingQuery(
            query.unit(),
            asOf,
            query.hierarchy(),
            query.level(),
            asOf.withDayOfYear(1),
            new LendingQuery.Selection(bank, programme, null, query.trait()),
            by);
    return once(of, () -> readings.lending().report(of));
  }

  CommunityGroupReport groups(
      LocalDate asOf,
      @Nullable String type,
      @Nullable String programme,
      Set<vn.sen.reporting.communitygroup.Dimension> by) {
    var of =
        new CommunityGroupQuery(
            query.unit(),
            asOf,
            query.hierarchy(),
            query.level(),
            asOf.withDayOfYear(1),
            type,
            programme,
            query.trait(),
            by);
    return once(of, () -> readings.groups().report(of));
  }

  TrainingReport training(LocalDate asOf, @Nullable String theme, @Nullable String programme) {
    var of =
        new TrainingQuery(
            query.unit(),
            asOf,
            query.hierarchy(),
            query.level(),
            asOf.withDayOfYear(1),
            new TrainingQuery.Selection(theme, null, programme, query.trait()),
            Set.of());
    return once(of, () -> readings.training().report(of));
  }

  CoverageReport coverage(
      LocalDate asOf,
      @Nullable String title,
      @Nullable UnitLevel postLevel,
      @Nullable String competency,
      @Nullable String theme) {
    var of =
        new CoverageQuery(
            query.unit(),
            asOf,
            query.hierarchy(),
            query.level(),
            title,
            postLevel,
            competency,
            theme,
            query.trait());
    return once(of, () -> readings.training().coverage(of));
  }

  /** Not limited to localities with the trait: programmes have targets of whole units. */
  ProgrammeReport programmes(LocalDate asOf, @Nullable String programme) {
    var of = new ProgrammeQuery(query.unit(), asOf, query.hierarchy(), query.level(), programme);
    return once(of, () -> readings.programmes().report(of));
  }
}
