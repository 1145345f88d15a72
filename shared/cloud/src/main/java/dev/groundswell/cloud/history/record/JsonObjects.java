package dev.groundswell.cloud.history.record;

import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.jr.ob.JSON;

/** One JSON object; its numbers exactly as they are written. */
final class JsonObjects implements RecordParser {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final JSON VALUES = JSON.std.with(JSON.Feature.USE_BIG_DECIMAL_FOR_FLOATS);

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public Parsed parse(String text) {
        try (var json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return new Parsed.Wrong("A JSON object is expected.");
            }
            Map<String, Object> values = VALUES.mapFrom(json);
            return json.nextToken() == null
                    ? new Parsed.Values(values)
                    : new Parsed.Wrong("Only one JSON object is expected on a line.");
        } catch (JacksonException notJson) {
            return new Parsed.Wrong("This is not JSON: " + notJson.getOriginalMessage());
        }
    }
}
