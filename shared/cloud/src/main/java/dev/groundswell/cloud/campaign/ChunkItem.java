package dev.groundswell.cloud.campaign;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.campaign.Bill;
import dev.groundswell.core.campaign.CampaignChunks.Summary;
import dev.groundswell.core.campaign.Chunk;
import dev.groundswell.core.campaign.ChunkKey;
import dev.groundswell.core.campaign.MemberOutcomes;
import dev.groundswell.core.campaign.OutcomeCounts;
import dev.groundswell.core.campaign.Parts;
import dev.groundswell.core.campaign.Payment;
import dev.groundswell.core.campaign.RangePlan;
import dev.groundswell.core.message.ExclusionReason;
import dev.groundswell.core.segment.freeze.FrozenRange;
import dev.groundswell.core.segment.freeze.RangeId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items of chunks and of ranges, but for their keys. */
final class ChunkItem {

    static final String SK = "sk";
    static final String REVISION = "revision";
    static final String CHUNKS = "chunk#";
    static final String RANGES = "range#";

    /** Of a chunk, all that is small. */
    static final String IN_SHORT =
            "sk, counts, reserved, taken, unknownParts, payments, paid, released, paying, releasing, heldUntil";

    private ChunkItem() {}

    // ---- chunks

    static Map<String, AttributeValue> write(Chunk chunk) {
        var range = chunk.id().range();
        var item = new HashMap<>(bill(chunk.bill()));
        item.put("attempt", text(range.attempt()));
        item.put("rangeMembers", number(range.members()));
        item.put("rangeChunks", number(range.chunks()));
        item.put("rangeHash", text(range.hash()));
        item.put(
                "outcomes",
                AttributeValue.fromB(
                        SdkBytes.fromByteArrayUnsafe(chunk.outcomes().toBytes())));
        item.put("counts", counts(chunk.outcomes().counts()));
        item.put("planned", number(chunk.planned()));
        item.put("heldUntil", text(chunk.heldUntil().toString()));
        item.put(REVISION, number(chunk.revision()));
        return item;
    }

    static Chunk chunk(Item item) {
        var key = key(item);
        var range = new FrozenRange(
                key.range(),
                item.text("attempt"),
                item.number("rangeMembers"),
                (int) item.number("rangeChunks"),
                item.text("rangeHash"));
        return new Chunk(
                new Chunk.Id(range, key.number()),
                MemberOutcomes.of(item.bytes("outcomes")),
                item.number("planned"),
                readBill(item),
                Instant.parse(item.text("heldUntil")),
                item.number(REVISION));
    }

    static Summary summary(Item item) {
        return new Summary(key(item), readCounts(item), readBill(item), Instant.parse(item.text("heldUntil")));
    }

    private static ChunkKey key(Item item) {
        var text = item.text(SK).substring(CHUNKS.length());
        return ChunkKey.parse(text).orElseThrow(() -> new IllegalStateException("No chunk has the key " + text + "."));
    }

    private static Map<String, AttributeValue> bill(Bill bill) {
        var item = new HashMap<String, AttributeValue>();
        var payment = bill.payment();
        item.put("reserved", number(bill.reserved()));
        item.put("taken", numbers(bill.parts().taken()));
        item.put("unknownParts", number(bill.parts().unknown()));
        item.put("payments", number(payment.steps()));
        item.put("paid", number(payment.paid()));
        item.put("released", number(payment.released()));
        payment.step().ifPresent(step -> {
            item.put("paying", number(step.amount()));
            item.put("releasing", number(step.release()));
        });
        return item;
    }

    private static Bill readBill(Item item) {
        var step = item.has("paying")
                ? Optional.of(new Payment.Step(item.number("paying"), item.number("releasing")))
                : Optional.<Payment.Step>empty();
        return new Bill(
                item.number("reserved"),
                new Parts(readNumbers(item, "taken"), item.number("unknownParts")),
                new Payment((int) item.number("payments"), item.number("paid"), item.number("released"), step));
    }

    private static AttributeValue counts(OutcomeCounts counts) {
        var numbers = new HashMap<String, Long>();
        numbers.put("waiting", counts.waiting());
        numbers.put("sent", counts.sent());
        numbers.put("delivered", counts.delivered());
        numbers.put("failed", counts.failed());
        numbers.put("unknown", counts.unknown());
        counts.excluded().forEach((reason, count) -> numbers.put(reason.name(), count));
        numbers.values().removeIf(count -> count == 0);
        return numbers(numbers);
    }

    private static OutcomeCounts readCounts(Item item) {
        var numbers = readNumbers(item, "counts");
        var excluded = new EnumMap<ExclusionReason, Long>(ExclusionReason.class);
        for (var reason : ExclusionReason.values()) {
            excluded.put(reason, numbers.getOrDefault(reason.name(), 0L));
        }
        return new OutcomeCounts(
                numbers.getOrDefault("waiting", 0L),
                numbers.getOrDefault("sent", 0L),
                numbers.getOrDefault("delivered", 0L),
                numbers.getOrDefault("failed", 0L),
                numbers.getOrDefault("unknown", 0L),
                excluded);
    }

    private static AttributeValue numbers(Map<String, Long> numbers) {
        var values = new HashMap<String, AttributeValue>();
        numbers.forEach((name, value) -> values.put(name, number(value)));
        return AttributeValue.fromM(values);
    }

    private static Map<String, Long> readNumbers(Item item, String name) {
        var numbers = new HashMap<String, Long>();
        item.find(name).ifPresent(map -> map.m().forEach((key, value) -> numbers.put(key, Long.parseLong(value.n()))));
        return numbers;
    }

    // ---- ranges

    static Map<String, AttributeValue> write(RangePlan plan) {
        return Map.of(
                "shard", number(plan.range().shard()),
                "range", number(plan.range().number()),
                "chunks", number(plan.chunks()),
                "members", number(plan.members()),
                "parts", number(plan.parts()),
                "amount", number(plan.amount()));
    }

    static RangePlan plan(Item item) {
        return new RangePlan(
                new RangeId((int) item.number("shard"), (int) item.number("range")),
                (int) item.number("chunks"),
                item.number("members"),
                item.number("parts"),
                item.number("amount"));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
