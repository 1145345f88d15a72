package dev.groundswell.graphqlapi.message.text;

import dev.groundswell.core.message.text.PeakHours.Window;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

final class PeakWindowResolver extends ObjectResolver<Window> {

    PeakWindowResolver() {
        super("PeakWindow", Window.class);
    }

    @Override
    protected Object resolve(String field, Window window, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "from" -> window.from();
            case "until" -> window.until();
            default -> throw withoutCase(field);
        };
    }
}
