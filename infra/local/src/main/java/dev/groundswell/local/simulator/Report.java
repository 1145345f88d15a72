package dev.groundswell.local.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What became of a message, in the form in which AWS's providers tell it. */
final class Report {

    private Report() {}

    static Map<String, Object> of(Arrival arrival, boolean isDelivered, Instant at) {
        return arrival.isMail() ? ofMail(arrival, isDelivered, at) : ofSms(arrival, isDelivered, at);
    }

    /** As SES publishes events. */
    private static Map<String, Object> ofMail(Arrival arrival, boolean isDelivered, Instant at) {
        var mail = Map.of(
                "timestamp", arrival.at().toString(),
                "messageId", arrival.id(),
                "destination", List.of(arrival.to()),
                "tags",
                        Map.of(
                                "message", List.of(arrival.message()),
                                "store", List.of(arrival.store()),
                                "provider", List.of(arrival.provider())));
        return isDelivered
                ? Map.of("eventType", "Delivery", "mail", mail, "delivery", Map.of("timestamp", at.toString()))
                : Map.of(
                        "eventType",
                        "Bounce",
                        "mail",
                        mail,
                        "bounce",
                        Map.of("timestamp", at.toString(), "bounceType", "Transient", "bounceSubType", "MailboxFull"));
    }

    /** As End User Messaging publishes events. */
    private static Map<String, Object> ofSms(Arrival arrival, boolean isDelivered, Instant at) {
        return Map.of(
                "eventType", isDelivered ? "TEXT_DELIVERED" : "TEXT_UNREACHABLE",
                "eventTimestamp", at.toEpochMilli(),
                "isFinal", true,
                "messageId", arrival.id(),
                "destinationPhoneNumber", arrival.to(),
                "messageStatusDescription", isDelivered ? "Delivered" : "The phone is switched off",
                "context",
                        Map.of(
                                "message", arrival.message(),
                                "store", arrival.store(),
                                "provider", arrival.provider()));
    }
}
