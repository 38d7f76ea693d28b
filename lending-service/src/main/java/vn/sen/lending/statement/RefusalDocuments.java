package vn.sen.lending.statement;

import org.bson.Document;
import org.springframework.stereotype.Component;

/** How refused lines are written down. */
@Component
class RefusalDocuments {

  static Document document(LineRefusal refusal) {
    return new Document("line", refusal.line())
        .append("field", refusal.field())
        .append("rule", refusal.rule())
        .append("arguments", refusal.arguments());
  }

  static LineRefusal refusal(Document d) {
    return new LineRefusal(
        d.getLong("line"),
        d.getString("field"),
        d.getString("rule"),
        d.getList("arguments", String.class));
  }
}
