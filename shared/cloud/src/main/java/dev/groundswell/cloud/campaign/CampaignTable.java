package dev.groundswell.cloud.campaign;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.cloud.json.JsonValues;
import dev.groundswell.core.campaign.Campaign;
import dev.groundswell.core.campaign.CampaignChunks;
import dev.groundswell.core.campaign.CampaignId;
import dev.groundswell.core.campaign.CampaignLimits;
import dev.groundswell.core.campaign.CampaignState;
import dev.groundswell.core.campaign.CampaignStatus;
import dev.groundswell.core.campaign.Campaigns;
import dev.groundswell.core.campaign.Chunk;
import dev.groundswell.core.campaign.ChunkKey;
import dev.groundswell.core.campaign.RangePlan;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.FixedWidth;
import dev.groundswell.core.time.TimedId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * The table {@code Campaigns}. A store's campaigns are the partition {@code store}, sorted by their ids, which grow with time;
 * those that somebody has to look at are in the index {@code byDue} too. What a campaign knows of its members is the partition
 * {@code store|campaign}: {@code chunk#03-0000-0017} and {@code range#03-0000}.
 */
public final class CampaignTable implements Campaigns, CampaignChunks {

    private static final String PK = "pk";
    private static final String SK = ChunkItem.SK;
    private static final String SETTINGS = "settings";
    private static final String STATE = "state";
    private static final String STATUS = "status";

    /** There while a campaign is, so that workers who ask need not read all of it. */
    private static final String SENDING = "sending";

    private static final String TESTED = "tested";
    private static final String CREATED_BY = "createdBy";
    private static final String CREATED_AT = "createdAt";
    private static final String CHANGED_AT = "changedAt";
    private static final String REVISION = ChunkItem.REVISION;
    private static final String OPEN = "open";
    private static final String DUE_AT = "dueAt";
    private static final String EXPIRES_AT = "expiresAt";

    private final DynamoDbClient client;
    private final String table;

    public CampaignTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    // ---- campaigns

    @Override
    public boolean save(Store store, Campaign campaign) {
        return put(item(store, campaign), campaign.revision());
    }

    /** Whether the one before it was kept. */
    private boolean put(Map<String, AttributeValue> item, long revision) {
        try {
            client.putItem(put -> {
                put.tableName(table).item(item);
                if (revision == 1) {
                    put.conditionExpression("attribute_not_exists(pk)");
                } else {
                    put.conditionExpression("revision = :before")
                            .expressionAttributeValues(Map.of(":before", number(revision - 1)));
                }
            });
            return true;
        } catch (ConditionalCheckFailedException anotherIsKept) {
            return false;
        }
    }

    @Override
    public Optional<Campaign> find(StoreId store, CampaignId id) {
        return item(key(store.value(), id.value())).map(CampaignTable::campaign);
    }

    @Override
    public boolean isSending(StoreId store, CampaignId id) {
        return client.getItem(get -> get.tableName(table)
                        .key(key(store.value(), id.value()))
                        .projectionExpression(SENDING)
                        .consistentRead(true))
                .item()
                .containsKey(SENDING);
    }

    @Override
    public List<Campaign> newest(
            StoreId store, int limit, Optional<CampaignStatus> status, Optional<CampaignId> before) {
        var values = new HashMap<String, AttributeValue>();
        values.put(":pk", text(store.value()));
        before.ifPresent(id -> values.put(":before", text(id.value())));
        status.ifPresent(wanted -> values.put(":status", text(wanted.name())));
        var query = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression(before.isPresent() ? "pk = :pk AND sk < :before" : "pk = :pk")
                .filterExpression(status.isPresent() ? "#status = :status" : null)
                .expressionAttributeNames(status.isPresent() ? Map.of("#status", STATUS) : null)
                .expressionAttributeValues(values)
                .scanIndexForward(false)
                .consistentRead(true)
                .build();
        return client.queryPaginator(query).items().stream()
                .limit(limit)
                .map(item -> campaign(new Item(item)))
                .toList();
    }

    @Override
    public List<Due> due(Instant now, int limit) {
        return client
                .query(query -> query.tableName(table)
                        .indexName("byDue")
                        .keyConditionExpression("#open = :open AND dueAt <= :now")
                        .expressionAttributeNames(Map.of("#open", OPEN))
                        .expressionAttributeValues(Map.of(":open", text(OPEN), ":now", text(FixedWidth.format(now))))
                        .limit(limit))
                .items()
                .stream()
                .map(Item::new)
                .map(item -> new Due(new StoreId(item.text(PK)), new CampaignId(item.text(SK))))
                .toList();
    }

    private static Map<String, AttributeValue> item(Store store, Campaign campaign) {
        var item = new HashMap<>(key(store.id().value(), campaign.id().value()));
        item.put(SETTINGS, text(CampaignSettingsJson.write(campaign.settings()).write()));
        item.put(STATE, text(CampaignStateJson.write(campaign.state()).write()));
        item.put(STATUS, text(campaign.status().name()));
        item.put(CREATED_BY, text(campaign.createdBy()));
        item.put(CREATED_AT, text(campaign.createdAt().toString()));
        item.put(CHANGED_AT, text(campaign.changedAt().toString()));
        item.put(REVISION, number(campaign.revision()));
        if (campaign.state() instanceof CampaignState.Sending) {
            item.put(SENDING, AttributeValue.fromBool(true));
        }
        if (!campaign.tested().isEmpty()) {
            item.put(TESTED, AttributeValue.fromSs(List.copyOf(campaign.tested())));
        }
        campaign.dueAt(store.zone()).ifPresent(at -> {
            item.put(OPEN, text(OPEN));
            item.put(DUE_AT, text(FixedWidth.format(at)));
        });
        return item;
    }

    private static Campaign campaign(Item item) {
        return new Campaign(
                new CampaignId(item.text(SK)),
                CampaignSettingsJson.read(JsonValues.read(item.text(SETTINGS))),
                CampaignStateJson.read(JsonValues.read(item.text(STATE))),
                item.has(TESTED) ? Set.copyOf(item.textSet(TESTED)) : Set.of(),
                item.text(CREATED_BY),
                Instant.parse(item.text(CREATED_AT)),
                Instant.parse(item.text(CHANGED_AT)),
                item.number(REVISION));
    }

    // ---- chunks

    @Override
    public void add(StoreId store, CampaignId campaign, Chunk chunk) {
        var first = new Chunk(chunk.id(), chunk.outcomes(), chunk.planned(), chunk.bill(), chunk.heldUntil(), 1);
        put(item(store, campaign, first), 1);
    }

    @Override
    public boolean save(StoreId store, CampaignId campaign, Chunk chunk) {
        return put(item(store, campaign, chunk), chunk.revision());
    }

    private static Map<String, AttributeValue> item(StoreId store, CampaignId campaign, Chunk chunk) {
        var item = new HashMap<>(ChunkItem.write(chunk));
        item.putAll(chunkKey(store, campaign, chunk.key()));
        item.put(EXPIRES_AT, expiry(campaign));
        return item;
    }

    @Override
    public Optional<Chunk> find(StoreId store, CampaignId campaign, ChunkKey key) {
        return item(chunkKey(store, campaign, key)).map(ChunkItem::chunk);
    }

    @Override
    public List<Summary> summaries(StoreId store, CampaignId campaign) {
        var query = hanging(store, campaign, ChunkItem.CHUNKS)
                .projectionExpression(ChunkItem.IN_SHORT)
                .consistentRead(true)
                .build();
        return items(query).map(ChunkItem::summary).toList();
    }

    @Override
    public void add(StoreId store, CampaignId campaign, RangePlan plan) {
        var item = new HashMap<>(ChunkItem.write(plan));
        var sk = String.format(
                Locale.ROOT,
                "%s%02d-%04d",
                ChunkItem.RANGES,
                plan.range().shard(),
                plan.range().number());
        item.putAll(key(partition(store, campaign), sk));
        item.put(EXPIRES_AT, expiry(campaign));
        put(item, 1);
    }

    @Override
    public List<RangePlan> plans(StoreId store, CampaignId campaign) {
        return items(hanging(store, campaign, ChunkItem.RANGES)
                        .consistentRead(true)
                        .build())
                .map(ChunkItem::plan)
                .toList();
    }

    private QueryRequest.Builder hanging(StoreId store, CampaignId campaign, String prefix) {
        return QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
                .expressionAttributeValues(Map.of(":pk", text(partition(store, campaign)), ":prefix", text(prefix)));
    }

    private Stream<Item> items(QueryRequest query) {
        return client.queryPaginator(query).items().stream().map(Item::new);
    }

    private Optional<Item> item(Map<String, AttributeValue> key) {
        var answer = client.getItem(get -> get.tableName(table).key(key).consistentRead(true));
        return answer.hasItem() ? Optional.of(new Item(answer.item())) : Optional.empty();
    }

    private static String partition(StoreId store, CampaignId campaign) {
        return store + "|" + campaign;
    }

    private static Map<String, AttributeValue> chunkKey(StoreId store, CampaignId campaign, ChunkKey key) {
        return key(partition(store, campaign), ChunkItem.CHUNKS + key);
    }

    private static Map<String, AttributeValue> key(String pk, String sk) {
        return Map.of(PK, text(pk), SK, text(sk));
    }

    /** Seconds, as DynamoDB's expiry wants them. */
    private static AttributeValue expiry(CampaignId campaign) {
        return number(TimedId.at(campaign.value())
                .plus(CampaignLimits.MAX_AHEAD)
                .plus(CampaignLimits.KEPT)
                .getEpochSecond());
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
