package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.core.money.Money;
import dev.groundswell.core.reminder.Fate;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

final class OrderReminderResolver extends ObjectResolver<StoreReminder> {

    private static final long THOUSAND = 1_000;

    OrderReminderResolver() {
        super("OrderReminder", StoreReminder.class);
    }

    @Override
    protected @Nullable Object resolve(String field, StoreReminder of, Supplier<DataFetchingEnvironment> query) {
        var reminder = of.of().reminder();
        return switch (field) {
            case "phase" -> of.of().phase();
            case "ordinal" -> reminder.ordinal();
            case "taskId" -> reminder.task();
            case "taskName" -> of.of().taskName().orElse(null);
            case "due" -> reminder.due();
            case "dropped" -> reminder.fate() instanceof Fate.Dropped dropped ? dropped.reason() : null;
            case "messageId" ->
                of.chosen().map(chosen -> chosen.message().toString()).orElse(null);
            case "state" -> of.news().map(Fate.News::state).orElse(null);
            case "sentAt" -> of.news().flatMap(Fate.News::sentAt).orElse(null);
            case "clickedAt" -> of.chosen().flatMap(Fate.Chosen::clicked).orElse(null);
            case "cost" ->
                of.news()
                        .filter(news -> news.sentAt().isPresent())
                        .map(news -> cost(of, news))
                        .orElse(null);
            default -> throw withoutCase(field);
        };
    }

    /** A part of a minor unit is a whole one here. */
    private static Money cost(StoreReminder of, Fate.News news) {
        return new Money(Math.ceilDiv(news.cost(), THOUSAND), of.store().currency());
    }
}
