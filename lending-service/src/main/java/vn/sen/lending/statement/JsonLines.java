package vn.sen.lending.statement;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** A JSON object a line, flat, with the fields of {@link Field} and no others. */
final class JsonLines implements LineFormat {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  @Override
  public Values values(long number, String line) throws LineUnreadable {
    Map<Field, String> texts = new EnumMap<>(Field.class);
    try (var json = JSON.createParser(ObjectReadContext.empty(), line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw unreadable();
      }
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        var field =
            Field.of(json.currentName())
                .orElseThrow(() -> new LineUnreadable("", "field-not-of-a-line"));
        var text = text(field, json);
        if (text != null) {
          texts.put(field, text);
        }
      }
      if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
        throw unreadable();
      }
    } catch (JacksonException e) {
      throw unreadable();
    }
    return new Values(texts, false);
  }

  private static @Nullable String text(Field field, JsonParser json) throws LineUnreadable {
    var token = json.nextToken();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    boolean fits =
        switch (field.kind()) {
          case TEXT, DATE -> token == JsonToken.VALUE_STRING;
          case AMOUNT -> token == JsonToken.VALUE_NUMBER_INT;
          case NUMBER ->
              token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT;
        };
    if (!fits) {
      throw new LineUnreadable(field.label(), "value-unreadable");
    }
    return json.getString();
  }

  private static LineUnreadable unreadable() {
    return new LineUnreadable("", "line-unreadable");
  }
}
