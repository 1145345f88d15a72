package dev.groundswell.cloud.customer;

import dev.groundswell.cloud.behaviour.EventTime;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.customer.Consent;
import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.customer.MessageTimes;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.jr.ob.JSON;

/**
 * What a profile knows about messages, as JSON, kept as short as behaviour: a consent is {@code
 * ["SMS","GIVEN","time","source","by"]}, the times of messages are {@code ["SMS","received","clicked"]} with an empty text
 * for never.
 */
final class MessagingJson {

    static final String CONSENTS = "consents";
    static final String MESSAGES = "messages";

    private MessagingJson() {}

    static void write(JsonGenerator json, CustomerProfile profile) {
        list(
                json,
                CONSENTS,
                profile.consents().stream().map(MessagingJson::parts).toList());
        list(
                json,
                MESSAGES,
                profile.messages().stream().map(MessagingJson::parts).toList());
    }

    /** Consents alone. */
    static String write(List<Consent> consents) {
        return JSON.std.asString(consents.stream().map(MessagingJson::parts).toList());
    }

    /** As {@link #write(List)} wrote them. */
    static List<Consent> consents(String json) {
        return consents(JSON.std.listFrom(json));
    }

    static List<Consent> consents(@Nullable Object written) {
        return lists(written).stream().map(MessagingJson::consent).toList();
    }

    static List<MessageTimes> messages(@Nullable Object written) {
        return lists(written).stream().map(MessagingJson::times).toList();
    }

    private static List<String> parts(Consent consent) {
        return List.of(
                consent.channel().name(),
                consent.state().name(),
                EventTime.write(consent.at()),
                consent.source(),
                consent.by());
    }

    private static List<String> parts(MessageTimes times) {
        return List.of(times.channel().name(), text(times.lastReceivedAt()), text(times.lastClickedAt()));
    }

    private static Consent consent(List<String> parts) {
        return new Consent(
                Channel.valueOf(parts.get(0)),
                Consent.State.valueOf(parts.get(1)),
                EventTime.read(parts.get(2)),
                parts.get(3),
                parts.get(4));
    }

    private static MessageTimes times(List<String> parts) {
        return new MessageTimes(Channel.valueOf(parts.get(0)), time(parts.get(1)), time(parts.get(2)));
    }

    private static String text(@Nullable Instant time) {
        return time == null ? "" : EventTime.write(time);
    }

    private static @Nullable Instant time(String text) {
        return text.isEmpty() ? null : EventTime.read(text);
    }

    private static void list(JsonGenerator json, String name, List<List<String>> lists) {
        if (lists.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart(name);
        for (var parts : lists) {
            json.writeStartArray();
            parts.forEach(json::writeString);
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    /** Nothing, where there is none. */
    private static List<List<String>> lists(@Nullable Object written) {
        return written instanceof List<?> lists
                ? lists.stream().map(MessagingJson::texts).toList()
                : List.of();
    }

    private static List<String> texts(Object written) {
        return ((List<?>) written).stream().map(String::valueOf).toList();
    }
}
