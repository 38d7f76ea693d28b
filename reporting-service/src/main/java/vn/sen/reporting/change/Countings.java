package vn.sen.reporting.change;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sen.events.membership.WomenDefinition;
import vn.sen.reporting.books.Books;
import vn.sen.reporting.change.Counting.Once;
import vn.sen.reporting.change.Counting.Spot;
import vn.sen.reporting.communitygroup.CommunityGroupFigures;
import vn.sen.reporting.communitygroup.CommunityGroupQuery;
import vn.sen.reporting.communitygroup.CommunityGroupReports;
import vn.sen.reporting.communitygroup.CommunityGroupRow;
import vn.sen.reporting.communitygroup.CommunityGroupView;
import vn.sen.reporting.lending.LendingFigures;
import vn.sen.reporting.lending.LendingQuery;
import vn.sen.reporting.lending.LendingReports;
import vn.sen.reporting.lending.LendingRow;
import vn.sen.reporting.lending.LendingView;
import vn.sen.reporting.membership.MembershipFigures;
import vn.sen.reporting.membership.MembershipQuery;
import vn.sen.reporting.membership.MembershipReporter;
import vn.sen.reporting.membership.MembershipReports;
import vn.sen.reporting.membership.MembershipRow;
import vn.sen.reporting.membership.MembershipView;
import vn.sen.reporting.reading.Leaf;
import vn.sen.reporting.training.TrainingFact;
import vn.sen.reporting.training.TrainingFigures;
import vn.sen.reporting.training.TrainingQuery;
import vn.sen.reporting.training.TrainingReports;
import vn.sen.reporting.training.TrainingRow;
import vn.sen.reporting.training.TrainingView;
import vn.sen.reporting.voice.Side;
import vn.sen.reporting.voice.VoiceFigures;
import vn.sen.reporting.voice.VoiceQuery;
import vn.sen.reporting.voice.VoiceReports;
import vn.sen.reporting.voice.VoiceRow;
import vn.sen.reporting.voice.VoiceView;

/** How each report comes from events. */
final class Countings {

  private Countings() {}

  static Counting<MembershipRow, MembershipFigures, MembershipReports.Reading> membership(
      MembershipReporter reporter) {
    return new Counting<>(
        new MembershipView(),
        MembershipFigures::new,
        (figures, map) -> new MembershipReports(figures, () -> map, reporter).read(),
        MembershipReports.Reading::under,
        MembershipReports.Reading::position,
        (Books books) -> books.membership().read(),
        Countings::members,
        Stream.concat(
                Stream.of("members", "honorary"),
                Arrays.stream(WomenDefinition.values()).map(Countings::name))
            .toList(),
        (_, _) -> Map.of(),
        row ->
            row instanceof MembershipRow.Step s ? at(new Leaf(s.unit(), s.via()), s.date()) : null,
        true);
  }

  private static Map<String, Long> members(MembershipReports.Reading reading, ChangeQuery query) {
    var total =
        reading
            .report(
                new MembershipQuery(
                    query.unit(), query.asOf(), query.hierarchy(), null, query.from()))
            .total();
    var figures = new LinkedHashMap<String, Long>();
    figures.put("members", total.members());
    figures.put("honorary", total.honorary());
    for (var women : total.women()) {
      figures.put(name(women.definition()), women.count() == null ? 0 : women.count());
    }
    return figures;
  }

  private static String name(WomenDefinition definition) {
    return "women." + definition;
  }

  static Counting<LendingRow, LendingFigures, LendingReports.Reading> lending() {
    return new Counting<>(
        new LendingView(),
        LendingFigures::new,
        (figures, map) -> new LendingReports(figures, () -> map).read(),
        LendingReports.Reading::under,
        LendingReports.Reading::position,
        (Books books) -> books.lending().read(),
        Countings::debt,
        List.of("outstanding", "inTerm", "overdue", "frozen", "interestArrears"),
        Countings::borrowed,
        row ->
            row instanceof LendingRow.Step s
                ? at(new Leaf(s.place().unitId(), s.place().via()), s.date())
                : null,
        false);
  }

  private static Map<String, Once<LendingRow>> borrowed(
      LendingReports.Reading reading, ChangeQuery query) {
    var merged = reading.merged(query.asOf());
    var once = new LinkedHashMap<String, Once<LendingRow>>();
    once.put(
        "households",
        new Once<>(
            reading.households(lending(query)),
            row ->
                households(row, query.asOf())
                    .flatMap(h -> Stream.of(h, merged.getOrDefault(h, h)))
                    .collect(Collectors.toSet())));
    once.put(
        "loans",
        new Once<>(
            reading.owedLoans(lending(query)),
            row ->
                row instanceof LendingRow.Step s && s.measure().isPrincipal()
                    ? Set.of(s.loan())
                    : Set.of()));
    return once;
  }

  /** The households of which a row says whether they owe, or which one they are. */
  private static Stream<UUID> households(LendingRow row, LocalDate asOf) {
    return switch (row) {
      case LendingRow.Step s when s.measure().isPrincipal() -> Stream.of(s.place().householdId());
      case LendingRow.Merged m when !m.from().isAfter(asOf) ->
          m.into() == null ? Stream.of(m.household()) : Stream.of(m.household(), m.into());
      default -> Stream.empty();
    };
  }

  private static LendingQuery lending(ChangeQuery query) {
    return new LendingQuery(
        query.unit(),
        query.asOf(),
        query.hierarchy(),
        null,
        query.from(),
        LendingQuery.Selection.ALL,
        Set.of());
  }

  private static Map<String, Long> debt(LendingReports.Reading reading, ChangeQuery query) {
    var total = reading.report(lending(query)).total();
    var figures = new LinkedHashMap<String, Long>();
    figures.put("outstanding", total.outstanding());
    figures.put("inTerm", total.inTerm());
    figures.put("overdue", total.overdue());
    figures.put("frozen", total.frozen());
    figures.put("interestArrears", total.interestArrears());
    figures.put("loans", total.loans());
    figures.put("households", total.households());
    return figures;
  }

  static Counting<TrainingRow, TrainingFigures, TrainingReports.Reading> training() {
    return new Counting<>(
        new TrainingView(),
        TrainingFigures::new,
        (figures, map) -> new TrainingReports(figures, () -> map).read(),
        TrainingReports.Reading::under,
        TrainingReports.Reading::position,
        (Books books) -> books.training().read(),
        Countings::classes,
        List.of("classes", "budget", "turns", "sessionTurns", "passed"),
        Countings::certificates,
        row ->
            row.fact() instanceof TrainingFact.Step s
                ? at(new Leaf(s.place().unitId(), s.place().via()), s.date())
                : null,
        false);
  }

  private static Map<String, Once<TrainingRow>> certificates(
      TrainingReports.Reading reading, ChangeQuery query) {
    var once = new LinkedHashMap<String, Once<TrainingRow>>();
    once.put(
        "certificatesIssued",
        new Once<>(
            reading.certificatesIssued(training(query)),
            row ->
                row.fact() instanceof TrainingFact.Issued i ? Set.of(i.certificate()) : Set.of()));
    once.put(
        "certificatesRevoked",
        new Once<>(
            reading.certificatesRevoked(training(query)),
            row ->
                row.fact() instanceof TrainingFact.Revoked r ? Set.of(r.certificate()) : Set.of()));
    return once;
  }

  private static TrainingQuery training(ChangeQuery query) {
    return new TrainingQuery(
        query.unit(),
        query.asOf(),
        query.hierarchy(),
        null,
        query.from(),
        TrainingQuery.Selection.ALL,
        Set.of());
  }

  private static Map<String, Long> classes(TrainingReports.Reading reading, ChangeQuery query) {
    var total = reading.report(training(query)).total();
    var figures = new LinkedHashMap<String, Long>();
    figures.put("classes", total.classes());
    figures.put("budget", total.budget());
    figures.put("turns", total.turns());
    figures.put("sessionTurns", total.sessionTurns());
    figures.put("passed", total.passed());
    figures.put("sessions", total.sessions());
    figures.put("people", total.people());
    figures.put("certificatesIssued", total.certificatesIssued());
    figures.put("certificatesRevoked", total.certificatesRevoked());
    return figures;
  }

  static Counting<CommunityGroupRow, CommunityGroupFigures, CommunityGroupReports.Reading>
      groups() {
    return new Counting<>(
        new CommunityGroupView(),
        CommunityGroupFigures::new,
        (figures, map) -> new CommunityGroupReports(figures, () -> map).read(),
        CommunityGroupReports.Reading::under,
        CommunityGroupReports.Reading::position,
        (Books books) -> books.groups().read(),
        Countings::groups,
        List.of("groups", "members", "others", "founded", "closed", "meetings", "turns"),
        (_, _) -> Map.of(),
        row ->
            row instanceof CommunityGroupRow.Step s
                ? at(new Leaf(s.place().unitId(), s.place().via()), s.date())
                : null,
        false);
  }

  private static Map<String, Long> groups(
      CommunityGroupReports.Reading reading, ChangeQuery query) {
    var total =
        reading
            .report(
                new CommunityGroupQuery(
                    query.unit(),
                    query.asOf(),
                    query.hierarchy(),
                    null,
                    query.from(),
                    null,
                    null,
                    Set.of()))
            .total();
    var figures = new LinkedHashMap<String, Long>();
    figures.put("groups", total.groups());
    figures.put("members", total.members());
    figures.put("others", total.others());
    figures.put("founded", total.founded());
    figures.put("closed", total.closed());
    figures.put("meetings", total.meetings());
    figures.put("turns", total.turns());
    figures.put("distinctMembers", total.distinctMembers());
    figures.put("distinctAttendees", total.distinctAttendees());
    return figures;
  }

  static Counting<VoiceRow, VoiceFigures, VoiceReports.Reading> voices() {
    return new Counting<>(
        new VoiceView(),
        VoiceFigures::new,
        (figures, map) -> new VoiceReports(figures, () -> map).read(),
        VoiceReports.Reading::under,
        VoiceReports.Reading::position,
        (Books books) -> books.voices().read(),
        Countings::voices,
        List.of(
            "raised",
            "open",
            "overdue",
            "toClose",
            "answeredInTime",
            "answeredLate",
            "closedSatisfied",
            "closedUnsatisfied",
            "reopened",
            "withdrawn"),
        (_, _) -> Map.of(),
        row -> at(new Leaf(row.place().unitId(), List.of()), row.date()),
        false);
  }

  private static Map<String, Long> voices(VoiceReports.Reading reading, ChangeQuery query) {
    var total =
        reading
            .report(
                new VoiceQuery(
                    query.unit(),
                    Side.RAISED,
                    query.asOf(),
                    query.hierarchy(),
                    null,
                    query.from(),
                    null,
                    null,
                    Set.of()))
            .total();
    var figures = new LinkedHashMap<String, Long>();
    figures.put("raised", total.raised());
    figures.put("open", total.open());
    figures.put("overdue", total.overdue());
    figures.put("toClose", total.toClose());
    figures.put("answeredInTime", total.answeredInTime());
    figures.put("answeredLate", total.answeredLate());
    figures.put("closedSatisfied", total.closedSatisfied());
    figures.put("closedUnsatisfied", total.closedUnsatisfied());
    figures.put("reopened", total.reopened());
    figures.put("withdrawn", total.withdrawn());
    return figures;
  }

  private static Spot at(Leaf leaf, LocalDate date) {
    return new Spot(leaf, date);
  }
}
