package vn.sen.local.demo;

import java.util.LinkedHashMap;
import tools.jackson.databind.JsonNode;

/** Sets what the province's report shows, and enters what the article states. */
final class PublishedSteps {

  static final String DEFINITION = "phu-yen-2023";

  private static final String DEFINITIONS = "/api/reporting/definitions/";
  private static final String PUBLISHED = "/api/reporting/published";

  private final LoadContext context;
  private final LoadedUnits units;
  private final PublishedFigures published;

  PublishedSteps(LoadContext context, LoadedUnits units, PublishedFigures published) {
    this.context = context;
    this.units = units;
    this.published = published;
  }

  /** Both; the approver does it. */
  void enter(JsonNode definition) {
    var figures = published.figures();
    context.progress().begin("Số liệu đã công bố (published figures)", figures.size() + 1);
    context
        .approver()
        .set(DEFINITIONS + DEFINITION, context.key("definition", DEFINITION), 0, definition);
    context.progress().advance();
    var day = context.data().targets().reportDate();
    var unit = units.id(context.data().facts().unit(published.unitCode(), day).key());
    for (int i = 0; i < figures.size(); i++) {
      var body = new LinkedHashMap<>(figures.get(i));
      body.put("unitId", unit);
      context.approver().post(PUBLISHED, context.key("published", i), body);
      context.progress().advance();
    }
    context.progress().end();
  }
}
