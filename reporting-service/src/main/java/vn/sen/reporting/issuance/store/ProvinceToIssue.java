package vn.sen.reporting.issuance.store;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.UnitTrait;
import vn.sen.reporting.books.Books;
import vn.sen.reporting.issuance.IssuableReport;
import vn.sen.reporting.issuance.Parameters;
import vn.sen.reporting.province.ProvinceQuery;
import vn.sen.reporting.province.ProvinceReporter;
import vn.sen.reporting.province.ProvinceReports;
import vn.sen.reporting.province.Versioned;
import vn.sen.reporting.province.store.Definitions;

/**
 * The province report, by a version of its definition that is kept. It is made whenever it is asked
 * for: an answer that is remembered would prove nothing to whoever verifies.
 */
public final class ProvinceToIssue implements IssuableReport {

  private static final String DEFINITION = "definition";
  private static final String VERSION = "definitionVersion";

  private final Definitions definitions;

  public ProvinceToIssue(Definitions definitions) {
    this.definitions = definitions;
  }

  @Override
  public String name() {
    return "province";
  }

  @Override
  public Question ask(Parameters parameters) {
    var definition =
        definitions.get(
            parameters.optional(DEFINITION),
            parameters.whole(VERSION),
            Parameters.pointer(DEFINITION));
    parameters.say(DEFINITION, definition.definition().code());
    parameters.say(VERSION, definition.version());
    var asOf = parameters.date("asOf");
    return new Asked(
        definition,
        new ProvinceQuery(
            parameters.text("unit"),
            asOf,
            parameters.date("hierarchy", asOf),
            parameters.choice("level", UnitLevel.class),
            parameters.choice("trait", UnitTrait.class)));
  }

  private final class Asked implements Question {
    private final Versioned definition;
    private final ProvinceQuery query;

    Asked(Versioned definition, ProvinceQuery query) {
      this.definition = definition;
      this.query = query;
    }

    @Override
    public LocalDate asOf() {
      return Objects.requireNonNullElse(definition.definition().asOf(), query.asOf());
    }

    @Override
    public Set<LocalDate> days() {
      return ProvinceReporter.days(definition.definition(), query.asOf());
    }

    @Override
    public UUID unit(Books books) {
      return new ProvinceReports().read(books).unit(query);
    }

    @Override
    public Figures figures(Books books) {
      var reading = new ProvinceReports().read(books);
      var report = reading.report(definition, query);
      return new Figures(report.unit(), report.hierarchy(), reading.mapVersion(), report);
    }
  }
}
