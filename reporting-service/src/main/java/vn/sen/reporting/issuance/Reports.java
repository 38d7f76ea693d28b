package vn.sen.reporting.issuance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.events.lending.GroupRank;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.UnitTrait;
import vn.sen.events.membership.VoiceKind;
import vn.sen.reporting.books.Books;
import vn.sen.reporting.communitygroup.CommunityGroupQuery;
import vn.sen.reporting.issuance.IssuableReport.Figures;
import vn.sen.reporting.issuance.IssuableReport.Question;
import vn.sen.reporting.lending.LendingQuery;
import vn.sen.reporting.membership.MembershipQuery;
import vn.sen.reporting.programme.ProgrammeQuery;
import vn.sen.reporting.training.CoverageQuery;
import vn.sen.reporting.training.TrainingQuery;
import vn.sen.reporting.voice.Side;
import vn.sen.reporting.voice.VoiceQuery;

/**
 * The reports that can be issued, by name. Their parameters bear the names that they have in the
 * API, and the same defaults follow from the others; the date is never left to the day of asking.
 */
public final class Reports {

  private final Map<String, IssuableReport> byName = new TreeMap<>();

  /**
   * @param more besides those of one subject
   */
  public Reports(List<IssuableReport> more) {
    List.of(membership(), lending(), training(), coverage(), groups(), voices(), programmes())
        .forEach(report -> byName.put(report.name(), report));
    more.forEach(report -> byName.put(report.name(), report));
  }

  /**
   * What a report is asked for.
   *
   * @throws ReportUnknown if there is none of the name
   * @throws RuleViolation naming the parameter that cannot be used
   */
  public Question ask(String name, Parameters parameters) {
    var report = byName.get(name);
    if (report == null) {
      throw new ReportUnknown(String.join(", ", byName.keySet()));
    }
    return report.ask(parameters);
  }

  /** One report by the query and the readings it has anyway. */
  private record Kind<Q, R>(
      String name,
      Function<Parameters, Q> query,
      Function<Q, LocalDate> asOf,
      Function<Books, R> reading,
      BiFunction<R, Q, UUID> unit,
      BiFunction<R, Q, Figures> figures)
      implements IssuableReport {

    @Override
    public Question ask(Parameters parameters) {
      var asked = query.apply(parameters);
      return new Question() {
        @Override
        public LocalDate asOf() {
          return asOf.apply(asked);
        }

        @Override
        public UUID unit(Books books) {
          return unit.apply(reading.apply(books), asked);
        }

        @Override
        public Figures figures(Books books) {
          return figures.apply(reading.apply(books), asked);
        }
      };
    }
  }

  /** What every report is asked for. */
  private record Subject(String unit, LocalDate asOf, LocalDate hierarchy) {

    static Subject of(Parameters p) {
      var asOf = p.date("asOf");
      return new Subject(p.text("unit"), asOf, p.date("hierarchy", asOf));
    }

    LocalDate from(Parameters p) {
      return p.date("from", asOf.withDayOfYear(1));
    }
  }

  private static IssuableReport membership() {
    return new Kind<>(
        "membership",
        p -> {
          var of = Subject.of(p);
          return new MembershipQuery(
              of.unit(),
              of.asOf(),
              of.hierarchy(),
              p.choice("level", UnitLevel.class),
              of.from(p),
              p.choice("trait", UnitTrait.class));
        },
        MembershipQuery::asOf,
        books -> books.membership().read(),
        (reading, query) -> reading.unit(query),
        (reading, query) -> {
          var report = reading.report(query);
          return new Figures(report.unit(), report.hierarchy(), reading.mapVersion(), report);
        });
  }

  private static IssuableReport lending() {
    return new Kind<>(
        "lending",
        p -> {
          var of = Subject.of(p);
          return new LendingQuery(
              of.unit(),
              of.asOf(),
              of.hierarchy(),
              p.choice("level", UnitLevel.class),
              of.from(p),
              new LendingQuery.Selection(
                  p.optional("bank"),
                  p.optional("programme"),
                  p.choice("groupRank", GroupRank.class),
                  p.choice("trait", UnitTrait.class)),
              p.choices(
                  "by",
                  vn.sen.reporting.lending.Dimension.class,
                  Set.of(
                      vn.sen.reporting.lending.Dimension.BANK,
                      vn.sen.reporting.lending.Dimension.PROGRAMME)));
        },
        LendingQuery::asOf,
        books -> books.lending().read(),
        (reading, query) -> reading.unit(query),
        (reading, query) -> {
          var report = reading.report(query);
          return new Figures(report.unit(), report.hierarchy(), reading.mapVersion(), report);
        });
  }

  private static IssuableReport training() {
    return new Kind<>(
        "training",
        p -> {
          var of = Subject.of(p);
          return new TrainingQuery(
              of.unit(),
              of.asOf(),
              of.hierarchy(),
              p.choice("level", UnitLevel.class),
              of.from(p),
              new TrainingQuery.Selection(
                  p.optional("theme"),
                  p.optional("course"),
                  p.optional("programme"),
                  p.choice("trait", UnitTrait.class)),
              p.choices(
                  "by",
                  vn.sen.reporting.training.Dimension.class,
                  Set.of(vn.sen.reporting.training.Dimension.THEME)));
        },
        TrainingQuery::asOf,
        books -> books.training().read(),
        (reading, query) -> reading.unit(query),
        (reading, query) -> {
          var report = reading.report(query);
          return new Figures(report.unit(), report.hierarchy(), reading.mapVersion(), report);
        });
  }

  private static IssuableReport coverage() {
    return new Kind<>(
        "coverage",
        p -> {
          var of = Subject.of(p);
          return new CoverageQuery(
              of.unit(),
              of.asOf(),
              of.hierarchy(),
              p.choice("level", UnitLevel.class),
              p.optional("title"),
              p.choice("postLevel", UnitLevel.class),
              p.optional("competency"),
              p.optional("theme"),
              p.choice("trait", UnitTrait.class));
        },
        CoverageQuery::asOf,
        books -> books.training().read(),
        (reading, query) -> reading.unit(query),
        (reading, query) -> {
          var report = reading.coverage(query);
          return new Figures(report.unit(), report.hierarchy(), reading.mapVersion(), report);
        });
  }

  private static IssuableReport groups() {
    return new Kind<>(
        "groups",
        p -> {
          var of = Subject.of(p);
          return new CommunityGroupQuery(
              of.unit(),
              of.asOf(),
              of.hierarchy(),
              p.choice("level", UnitLevel.class),
              of.from(p),
              p.optional("type"),
              p.optional("programme"),
              p.choice("trait", UnitTrait.class),
              p.choices(
                  "by",
                  vn.sen.reporting.communitygroup.Dimension.class,
                  Set.of(vn.sen.reporting.communitygroup.Dimension.TYPE)));
        },
        CommunityGroupQuery::asOf,
        books -> books.groups().read(),
        (reading, query) -> reading.unit(query),
        (reading, query) -> {
          var report = reading.report(query);
          return new Figures(report.unit(), report.hierarchy(), reading.mapVersion(), report);
        });
  }

  private static IssuableReport voices() {
    return new Kind<>(
        "voices",
        p -> {
          var of = Subject.of(p);
          return new VoiceQuery(
              of.unit(),
              p.choice("side", Side.class, Side.RAISED),
              of.asOf(),
              of.hierarchy(),
              p.choice("level", UnitLevel.class),
              of.from(p),
              p.choice("kind", VoiceKind.class),
              p.optional("subject"),
              p.choice("trait", UnitTrait.class),
              p.choices(
                  "by",
                  vn.sen.reporting.voice.Dimension.class,
                  Set.of(
                      vn.sen.reporting.voice.Dimension.KIND,
                      vn.sen.reporting.voice.Dimension.SUBJECT)));
        },
        VoiceQuery::asOf,
        books -> books.voices().read(),
        (reading, query) -> reading.unit(query),
        (reading, query) -> {
          var report = reading.report(query);
          return new Figures(report.unit(), report.hierarchy(), reading.mapVersion(), report);
        });
  }

  private static IssuableReport programmes() {
    return new Kind<>(
        "programmes",
        p -> {
          var of = Subject.of(p);
          return new ProgrammeQuery(
              of.unit(),
              of.asOf(),
              of.hierarchy(),
              p.choice("level", UnitLevel.class),
              p.optional("programme"));
        },
        ProgrammeQuery::asOf,
        books -> books.programmes().read(),
        (reading, query) -> reading.unit(query),
        (reading, query) -> {
          var report = reading.report(query);
          return new Figures(report.unit(), report.hierarchy(), reading.mapVersion(), report);
        });
  }
}
