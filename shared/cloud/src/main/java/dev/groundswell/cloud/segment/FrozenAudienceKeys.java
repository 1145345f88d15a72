package dev.groundswell.cloud.segment;

import static dev.groundswell.cloud.segment.FrozenAudienceItem.text;

import dev.groundswell.core.segment.freeze.AudienceId;
import dev.groundswell.core.segment.freeze.ExportFormat;
import dev.groundswell.core.segment.freeze.RangeId;
import dev.groundswell.core.store.StoreId;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The keys of the table {@code FrozenAudiences}. A store's audiences are the partition {@code store}, sorted by their ids,
 * which grow with time. What hangs on one is the partition {@code store|audience}: {@code start#attempt#shard}, what each
 * attempt to start it would freeze of a shard; {@code range#shard#number}, the elected attempt at a range; {@code
 * export#format}. Members are apart, {@code store|audience|shard#number} for each range and {@code attempt#chunk} in it: a
 * partition takes a thousand units a second, and ranges are written at once.
 */
final class FrozenAudienceKeys {

    static final String RANGES = "range#";
    static final String EXPORTS = "export#";

    private FrozenAudienceKeys() {}

    static Map<String, AttributeValue> audience(StoreId store, AudienceId id) {
        return key(store.value(), id.value());
    }

    /** Of all that hangs on an audience, but for the members. */
    static String partition(StoreId store, AudienceId id) {
        return store + "|" + id;
    }

    static Map<String, AttributeValue> plan(StoreId store, AudienceId id, String attempt, int shard) {
        return key(partition(store, id), String.format(Locale.ROOT, "start#%s#%02d", attempt, shard));
    }

    static Map<String, AttributeValue> range(StoreId store, AudienceId id, RangeId range) {
        return key(partition(store, id), RANGES + digits(range));
    }

    static Map<String, AttributeValue> chunk(StoreId store, AudienceId id, RangeId range, String attempt, int number) {
        return key(partition(store, id) + "|" + digits(range), attempt + String.format(Locale.ROOT, "#%05d", number));
    }

    static Map<String, AttributeValue> export(StoreId store, AudienceId id, ExportFormat format) {
        return key(partition(store, id), EXPORTS + format);
    }

    private static String digits(RangeId range) {
        return String.format(Locale.ROOT, "%02d#%04d", range.shard(), range.number());
    }

    private static Map<String, AttributeValue> key(String pk, String sk) {
        return Map.of(FrozenAudienceItem.PK, text(pk), FrozenAudienceItem.SK, text(sk));
    }
}
