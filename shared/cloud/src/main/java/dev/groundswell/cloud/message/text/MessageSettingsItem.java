package dev.groundswell.cloud.message.text;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.MessageKind;
import dev.groundswell.core.message.text.MessageSettings;
import dev.groundswell.core.message.text.PeakHours;
import dev.groundswell.core.message.text.SendingHours;
import dev.groundswell.core.message.text.SensitiveWord;
import dev.groundswell.core.message.text.WordLists;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Settings as attributes of an item. What is not set has no attribute. */
final class MessageSettingsItem {

    static final String REVISION = "revision";
    private static final String SIGNATURE = "signature";
    private static final String WAY_OUT = "wayOut";
    private static final String WORDS = "words";
    private static final String ALLOWED_WORDS = "allowedWords";
    private static final String SUPERLATIVES = "superlatives";
    private static final String MESSAGES_A_DAY = "messagesADay";
    private static final String HOURS = "hours";
    private static final String CONSENT_REQUIRED = "consentRequired";
    private static final String TEST_REQUIRED = "testRequired";
    private static final String LINK_DOMAIN = "linkDomain";
    private static final String PEAKS = "peaks";
    private static final String PEAK_RULE = "peakRule";
    private static final String LOW_BALANCE = "lowBalance";

    private static final String TEXT = "text";
    private static final String REASON = "reason";
    private static final String CHANNEL = "channel";
    private static final String KIND = "kind";
    private static final String FROM = "from";
    private static final String UNTIL = "until";
    private static final String OUTSIDE = "outside";

    private MessageSettingsItem() {}

    static Map<String, AttributeValue> write(MessageSettings settings) {
        var item = new HashMap<String, AttributeValue>();
        put(item, SIGNATURE, Optional.ofNullable(settings.signature()).map(AttributeValue::fromS));
        put(item, LINK_DOMAIN, Optional.ofNullable(settings.linkDomain()).map(AttributeValue::fromS));
        put(item, ALLOWED_WORDS, texts(settings.words().allowed().stream()));
        put(item, CONSENT_REQUIRED, texts(settings.consentRequired().stream().map(Enum::name)));
        settings.messagesADay().ifPresent(limit -> item.put(MESSAGES_A_DAY, number(limit)));
        item.put(WAY_OUT, text(settings.wayOut()));
        item.put(WORDS, list(settings.words().own(), MessageSettingsItem::word));
        item.put(SUPERLATIVES, AttributeValue.fromBool(settings.words().superlatives()));
        item.put(HOURS, list(settings.hours(), MessageSettingsItem::hours));
        item.put(TEST_REQUIRED, AttributeValue.fromBool(settings.testRequired()));
        item.put(PEAKS, list(settings.peaks().windows(), MessageSettingsItem::window));
        item.put(PEAK_RULE, text(settings.peaks().rule().name()));
        item.put(LOW_BALANCE, number(settings.lowBalance()));
        item.put(REVISION, number(settings.revision()));
        return item;
    }

    static MessageSettings read(Item item) {
        return new MessageSettings(
                item.find(SIGNATURE).map(AttributeValue::s).orElse(null),
                item.text(WAY_OUT),
                new WordLists(
                        list(item, WORDS, MessageSettingsItem::word),
                        texts(item, ALLOWED_WORDS),
                        is(item, SUPERLATIVES)),
                item.has(MESSAGES_A_DAY) ? OptionalInt.of((int) item.number(MESSAGES_A_DAY)) : OptionalInt.empty(),
                list(item, HOURS, MessageSettingsItem::hours),
                texts(item, CONSENT_REQUIRED).stream().map(Channel::valueOf).collect(Collectors.toUnmodifiableSet()),
                is(item, TEST_REQUIRED),
                item.find(LINK_DOMAIN).map(AttributeValue::s).orElse(null),
                new PeakHours(
                        list(item, PEAKS, MessageSettingsItem::window), PeakHours.Rule.valueOf(item.text(PEAK_RULE))),
                item.number(LOW_BALANCE),
                item.number(REVISION));
    }

    private static Map<String, AttributeValue> word(SensitiveWord word) {
        return Map.of(TEXT, text(word.text()), REASON, text(word.reason()));
    }

    private static SensitiveWord word(Item item) {
        return new SensitiveWord(item.text(TEXT), item.text(REASON));
    }

    private static Map<String, AttributeValue> hours(SendingHours hours) {
        return Map.of(
                CHANNEL, text(hours.channel().name()),
                KIND, text(hours.kind().name()),
                FROM, text(hours.from().toString()),
                UNTIL, text(hours.until().toString()),
                OUTSIDE, text(hours.outside().name()));
    }

    private static SendingHours hours(Item item) {
        return new SendingHours(
                Channel.valueOf(item.text(CHANNEL)),
                MessageKind.valueOf(item.text(KIND)),
                LocalTime.parse(item.text(FROM)),
                LocalTime.parse(item.text(UNTIL)),
                SendingHours.Outside.valueOf(item.text(OUTSIDE)));
    }

    private static Map<String, AttributeValue> window(PeakHours.Window window) {
        return Map.of(
                FROM, text(window.from().toString()), UNTIL, text(window.until().toString()));
    }

    private static PeakHours.Window window(Item item) {
        return new PeakHours.Window(Instant.parse(item.text(FROM)), Instant.parse(item.text(UNTIL)));
    }

    private static void put(Map<String, AttributeValue> item, String name, Optional<AttributeValue> value) {
        value.ifPresent(present -> item.put(name, present));
    }

    /** DynamoDB has no empty sets. */
    private static Optional<AttributeValue> texts(Stream<String> texts) {
        var all = texts.toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(AttributeValue.fromSs(all));
    }

    private static Set<String> texts(Item item, String name) {
        return item.has(name) ? Set.copyOf(item.textSet(name)) : Set.of();
    }

    private static <T> AttributeValue list(List<T> values, Function<T, Map<String, AttributeValue>> write) {
        return AttributeValue.fromL(
                values.stream().map(write).map(AttributeValue::fromM).toList());
    }

    private static <T> List<T> list(Item item, String name, Function<Item, T> read) {
        return item.find(name).map(AttributeValue::l).orElse(List.of()).stream()
                .map(value -> read.apply(new Item(value.m())))
                .toList();
    }

    private static boolean is(Item item, String name) {
        return item.find(name).map(AttributeValue::bool).orElse(false);
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
