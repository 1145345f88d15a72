package dev.groundswell.cloud.segment;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.audience.Block;
import dev.groundswell.core.audience.BlockId;
import dev.groundswell.core.audience.Manifest;
import dev.groundswell.core.audience.MemberBlock;
import dev.groundswell.core.audience.RowSet;
import dev.groundswell.core.segment.PromotionDays;
import dev.groundswell.core.segment.freeze.AudienceExport;
import dev.groundswell.core.segment.freeze.AudienceId;
import dev.groundswell.core.segment.freeze.ExportFormat;
import dev.groundswell.core.segment.freeze.FixedTerms;
import dev.groundswell.core.segment.freeze.FreezeLimits;
import dev.groundswell.core.segment.freeze.FreezeStart;
import dev.groundswell.core.segment.freeze.FrozenAudience;
import dev.groundswell.core.segment.freeze.FrozenAudience.Facts;
import dev.groundswell.core.segment.freeze.FrozenAudience.Progress;
import dev.groundswell.core.segment.freeze.FrozenRange;
import dev.groundswell.core.segment.freeze.HashRange;
import dev.groundswell.core.segment.freeze.MemberChunk;
import dev.groundswell.core.segment.freeze.RangeId;
import dev.groundswell.core.segment.freeze.ShardPlan;
import dev.groundswell.core.time.FixedWidth;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.jr.ob.JSON;

/** The attributes of {@link FrozenAudienceTable}'s items. */
final class FrozenAudienceItem {

    static final String PK = "pk";
    static final String SK = "sk";
    static final String EXPIRES_AT = "expiresAt";

    /** There while it is not over: by it the index {@code byOpen} knows what the watchdog has to look at. */
    static final String OPEN = "open";

    static final String IS_OPEN = "open";
    static final String WOKEN_AT = "wokenAt";

    static final String STATE = "state";
    static final String FREEZING = "FREEZING";
    static final String WAITING = "WAITING";
    static final String READY = "READY";
    static final String FAILED = "FAILED";

    static final String ATTEMPT = "attempt";
    static final String COUNT = "members";
    static final String MANIFEST_HASH = "manifestHash";
    static final String REASON = "reason";
    static final String ENDED_AT = "endedAt";
    static final String ROWS = "rowCount";
    static final String BYTES = "byteCount";
    static final String HASH = "sha256";
    static final String FILE_EXPIRES_AT = "fileExpiresAt";

    private static final String NAME = "name";
    private static final String SEGMENT = "segment";
    private static final String RULE = "rule";
    private static final String NOW = "now";
    private static final String FROZEN_BY = "frozenBy";
    private static final String REQUESTED_AT = "requestedAt";
    private static final String TERMS = "terms";
    private static final String RANGES = "ranges";
    private static final String REVISIONS = "revisions";
    private static final String REVISION = "revision";
    private static final String PARTS = "parts";
    private static final String CHUNKS = "chunks";
    private static final String COLUMNS = "columns";
    private static final String IDENTITIES = "identities";

    private FrozenAudienceItem() {}

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private static AttributeValue bytes(byte[] value) {
        return AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(value));
    }

    /** Of all that hangs on an audience. */
    static AttributeValue expiry(AudienceId id) {
        return number(id.at().plus(FreezeLimits.KEPT).getEpochSecond());
    }

    // ---- the audience itself

    static Map<String, AttributeValue> fresh(Facts facts) {
        var item = new HashMap<String, AttributeValue>();
        item.put(NAME, text(facts.name()));
        if (facts.segment() != null) {
            item.put(SEGMENT, text(facts.segment()));
        }
        item.put(RULE, text(facts.rule()));
        item.put(NOW, text(facts.now().toString()));
        item.put(FROZEN_BY, text(facts.frozenBy()));
        item.put(EXPIRES_AT, expiry(facts.id()));
        item.putAll(open(FREEZING, facts.now()));
        return item;
    }

    private static Map<String, AttributeValue> open(String state, Instant now) {
        return Map.of(STATE, text(state), OPEN, text(IS_OPEN), WOKEN_AT, text(FixedWidth.format(now)));
    }

    static boolean isOpen(Item item) {
        return item.text(STATE).equals(FREEZING);
    }

    static Facts facts(Item item) {
        return new Facts(
                new AudienceId(item.text(SK)),
                item.text(NAME),
                item.find(SEGMENT).map(AttributeValue::s).orElse(null),
                item.text(RULE),
                Instant.parse(item.text(NOW)),
                item.text(FROZEN_BY));
    }

    static FrozenAudience audience(Item item, Function<FreezeStart, Progress> progress) {
        var facts = facts(item);
        return switch (item.text(STATE)) {
            case FREEZING ->
                new FrozenAudience.Freezing(facts, start(item).map(progress).orElse(Progress.NONE));
            case READY -> new FrozenAudience.Ready(facts, item.number(COUNT), item.text(MANIFEST_HASH), endedAt(item));
            case FAILED -> new FrozenAudience.Failed(facts, item.text(REASON), endedAt(item));
            default -> throw new IllegalStateException("Audience " + facts.id() + " is " + item.text(STATE) + ".");
        };
    }

    private static Instant endedAt(Item item) {
        return Instant.parse(item.text(ENDED_AT));
    }

    // ---- its start

    static Map<String, AttributeValue> start(FreezeStart start) {
        return Map.of(
                ATTEMPT, text(start.attempt()),
                TERMS, text(JSON.std.asString(terms(start.terms()))),
                RANGES, numbers(start.ranges()),
                REVISIONS, numbers(start.revisions()));
    }

    /** Empty while none is elected. */
    static Optional<FreezeStart> start(Item item) {
        return item.has(ATTEMPT)
                ? Optional.of(new FreezeStart(
                        item.text(ATTEMPT),
                        terms(JSON.std.mapFrom(item.text(TERMS))),
                        numbers(item, RANGES).map(Math::toIntExact).toList(),
                        numbers(item, REVISIONS).toList()))
                : Optional.empty();
    }

    private static AttributeValue numbers(List<? extends Number> values) {
        return AttributeValue.fromL(
                values.stream().map(value -> number(value.longValue())).toList());
    }

    private static Stream<Long> numbers(Item item, String name) {
        return item.find(name).orElseThrow().l().stream().map(value -> Long.valueOf(value.n()));
    }

    private static Map<String, Object> terms(FixedTerms terms) {
        var fields = new HashMap<String, Object>();
        fields.put("segments", terms.segments());
        fields.put(
                "promotions",
                terms.promotions().stream()
                        .map(days -> List.of(
                                days.id(),
                                days.name(),
                                days.first().toString(),
                                days.last().toString()))
                        .toList());
        terms.statistics().ifPresent(statistics -> fields.put("statistics", StatisticsJson.write(statistics)));
        return fields;
    }

    private static FixedTerms terms(Map<String, Object> fields) {
        var segments = new HashMap<String, String>();
        JsonFields.object(fields, "segments").forEach((id, rule) -> segments.put(id, rule.toString()));
        return new FixedTerms(
                segments,
                JsonFields.list(fields, "promotions").stream()
                        .map(days -> promotion((List<?>) days))
                        .toList(),
                fields.containsKey("statistics")
                        ? Optional.of(StatisticsJson.read(JsonFields.object(fields, "statistics")))
                        : Optional.empty());
    }

    private static PromotionDays promotion(List<?> days) {
        return new PromotionDays(
                days.get(0).toString(),
                days.get(1).toString(),
                LocalDate.parse(days.get(2).toString()),
                LocalDate.parse(days.get(3).toString()));
    }

    /** Each part of the manifest as id, number of rows and those that count; each range as its two ends. */
    static Map<String, AttributeValue> plan(ShardPlan plan) {
        var parts = new ArrayList<AttributeValue>();
        for (var part : plan.manifest().parts()) {
            parts.add(AttributeValue.fromL(List.of(
                    text(part.id().value()),
                    number(part.live().size()),
                    bytes(part.live().toBytes()))));
        }
        var ranges = plan.ranges().stream()
                .map(range -> AttributeValue.fromL(List.of(number(range.from()), number(range.to()))))
                .toList();
        return Map.of(
                REVISION, number(plan.manifest().revision()),
                PARTS, AttributeValue.fromL(parts),
                RANGES, AttributeValue.fromL(ranges));
    }

    static ShardPlan plan(int shard, Item item) {
        var parts = item.find(PARTS).orElseThrow().l().stream()
                .map(AttributeValue::l)
                .map(part -> new Manifest.Part(
                        new BlockId(part.get(0).s()),
                        RowSet.ofBytes(
                                Integer.parseInt(part.get(1).n()),
                                part.get(2).b().asByteArrayUnsafe())))
                .toList();
        var ranges = item.find(RANGES).orElseThrow().l().stream()
                .map(AttributeValue::l)
                .map(range -> new HashRange(
                        Long.parseLong(range.get(0).n()),
                        Long.parseLong(range.get(1).n())))
                .toList();
        return new ShardPlan(shard, new Manifest(item.number(REVISION), parts, List.of()), ranges);
    }

    // ---- its ranges and members

    static Map<String, AttributeValue> range(FrozenRange range) {
        return new HashMap<>(Map.of(
                ATTEMPT, text(range.attempt()),
                COUNT, number(range.members()),
                CHUNKS, number(range.chunks()),
                HASH, text(range.hash())));
    }

    static FrozenRange range(RangeId id, Item item) {
        return new FrozenRange(id, item.text(ATTEMPT), item.number(COUNT), (int) item.number(CHUNKS), item.text(HASH));
    }

    static Map<String, AttributeValue> chunk(MemberChunk chunk) {
        return Map.of(
                COLUMNS, bytes(chunk.values().toBytes()),
                IDENTITIES, bytes(chunk.members().toBytes()));
    }

    static MemberChunk chunk(Item item) {
        return new MemberChunk(Block.ofBytes(item.bytes(COLUMNS)), MemberBlock.ofBytes(item.bytes(IDENTITIES)));
    }

    // ---- its exports

    static Map<String, AttributeValue> waiting(Instant now) {
        var item = new HashMap<>(open(WAITING, now));
        item.put(REQUESTED_AT, text(now.toString()));
        return item;
    }

    static AudienceExport export(ExportFormat format, Item item) {
        return switch (item.text(STATE)) {
            case WAITING -> new AudienceExport.Waiting(format, Instant.parse(item.text(REQUESTED_AT)));
            case READY ->
                new AudienceExport.Done(
                        format,
                        item.number(ROWS),
                        item.number(BYTES),
                        item.text(HASH),
                        endedAt(item),
                        Instant.ofEpochSecond(item.number(FILE_EXPIRES_AT)));
            case FAILED -> new AudienceExport.Failed(format, item.text(REASON), endedAt(item));
            default -> throw new IllegalStateException("The export " + format + " is " + item.text(STATE) + ".");
        };
    }
}
