package dev.groundswell.graphqlapi.message.text;

import dev.groundswell.core.message.text.MessageSettings;
import dev.groundswell.core.money.Money;
import dev.groundswell.graphqlapi.caller.Caller;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

final class SettingsResolver extends ObjectResolver<MessageSettings> {

    SettingsResolver() {
        super("MessageSettings", MessageSettings.class);
    }

    @Override
    protected @Nullable Object resolve(
            String field, MessageSettings settings, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "signature" -> settings.signature();
            case "wayOut" -> settings.wayOut();
            case "words" -> settings.words().own();
            case "allowedWords" -> settings.words().allowed().stream().sorted().toList();
            case "refuseSuperlatives" -> settings.words().superlatives();
            case "messagesADay" ->
                settings.messagesADay().isPresent() ? settings.messagesADay().getAsInt() : null;
            case "hours" -> settings.hours();
            case "consentRequired" ->
                settings.consentRequired().stream().sorted().toList();
            case "testRequired" -> settings.testRequired();
            case "linkDomain" -> settings.linkDomain();
            case "peaks" -> settings.peaks().windows();
            case "peakRule" -> settings.peaks().rule();
            case "lowBalance" -> money(settings.lowBalance(), query.get());
            case "revision" -> settings.revision();
            default -> throw withoutCase(field);
        };
    }

    private static Money money(long minorUnits, DataFetchingEnvironment query) {
        return new Money(
                minorUnits, Caller.of(query.getGraphQlContext()).store().currency());
    }
}
