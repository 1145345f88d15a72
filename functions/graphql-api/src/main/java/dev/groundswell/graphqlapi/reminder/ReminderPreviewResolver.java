package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.core.money.Money;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

final class ReminderPreviewResolver extends ObjectResolver<StorePreview> {

    ReminderPreviewResolver() {
        super("ReminderPreview", StorePreview.class);
    }

    @Override
    protected Object resolve(String field, StorePreview of, Supplier<DataFetchingEnvironment> query) {
        var preview = of.preview();
        return switch (field) {
            case "from" -> preview.from();
            case "to" -> preview.to();
            case "sent" -> preview.sent();
            case "dropped" -> DroppedCount.all(preview.dropped());
            case "parts" -> preview.parts();
            case "cost" -> new Money(preview.cost(), of.store().currency());
            case "sample" ->
                preview.sample().stream()
                        .map(each -> new ReminderSample(
                                each.order(), each.buyer(), each.ordinal(), each.at(), each.content()))
                        .toList();
            case "isComplete" -> preview.isComplete();
            default -> throw withoutCase(field);
        };
    }
}
