package dev.groundswell.bench.graphql;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Answers each read as DynamoDB answered it the first time, from memory, so that neither the database nor the network is in
 * what is measured; what our code makes of the items is.
 */
final class ReplayingTables implements DynamoDbClient {

    private final DynamoDbClient tables;
    private final Map<DynamoDbRequest, DynamoDbResponse> answers = new ConcurrentHashMap<>();
    private final LongAdder asked = new LongAdder();

    ReplayingTables(DynamoDbClient tables) {
        this.tables = tables;
    }

    /** How often the database had to be asked. */
    long asked() {
        return asked.sum();
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        return replayed(request, GetItemResponse.class, tables::getItem);
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        return replayed(request, BatchGetItemResponse.class, tables::batchGetItem);
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        return replayed(request, QueryResponse.class, tables::query);
    }

    private <Q extends DynamoDbRequest, A extends DynamoDbResponse> A replayed(
            Q request, Class<A> type, Function<Q, A> ask) {
        return type.cast(answers.computeIfAbsent(request, _ -> {
            asked.increment();
            return ask.apply(request);
        }));
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // The tables belong to the bench.
    }
}
