package dev.groundswell.local.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A DynamoDB table.
 *
 * @param attributeTypes {@code S}, {@code N} or {@code B} by attribute name, for key attributes only
 * @param streamArn      the ARN that {@code !GetAtt Table.StreamArn} resolves to; DynamoDB Local's own differs
 */
public record TableResource(
        String id,
        String name,
        String arn,
        String streamArn,
        Key key,
        Map<String, String> attributeTypes,
        List<Index> indexes,
        Optional<String> streamViewType,
        Optional<String> timeToLiveAttribute) {

    public TableResource {
        attributeTypes = Map.copyOf(attributeTypes);
        indexes = List.copyOf(indexes);
    }

    /** The names of the partition key and, where there is one, of the sort key. */
    public record Key(String hash, Optional<String> range) {}

    /** A global or local secondary index; {@code projected} are the attributes of an {@code INCLUDE} projection. */
    public record Index(String name, Key key, boolean global, String projection, List<String> projected) {
        public Index {
            projected = List.copyOf(projected);
        }
    }
}
