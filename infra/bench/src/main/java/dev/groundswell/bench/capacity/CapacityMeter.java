package dev.groundswell.bench.capacity;

import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Counts requests to DynamoDB and the capacity units that they use, as DynamoDB itself tells, with two exceptions. A put
 * or delete whose condition fails tells nothing but costs at least one unit, which is what it is counted as. And DynamoDB Local tells
 * of a transaction the units of one item only, so they are reckoned as AWS does: two for each begun kilobyte of each item;
 * an updated item counts as one kilobyte, since its size is not in the request.
 */
public final class CapacityMeter implements ExecutionInterceptor {

    private static final double UNITS_IN_TRANSACTION = 2;

    private final LongAdder requests = new LongAdder();
    private final DoubleAdder writeUnits = new DoubleAdder();
    private final DoubleAdder readUnits = new DoubleAdder();

    /** What was counted up to now. */
    public Usage read() {
        return new Usage(0, requests.sum(), writeUnits.sum(), readUnits.sum());
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        requests.increment();
        var total = ReturnConsumedCapacity.TOTAL;
        return switch (context.request()) {
            case DeleteItemRequest delete ->
                delete.toBuilder().returnConsumedCapacity(total).build();
            case PutItemRequest put ->
                put.toBuilder().returnConsumedCapacity(total).build();
            case UpdateItemRequest update ->
                update.toBuilder().returnConsumedCapacity(total).build();
            case TransactWriteItemsRequest transaction ->
                transaction.toBuilder().returnConsumedCapacity(total).build();
            case GetItemRequest get ->
                get.toBuilder().returnConsumedCapacity(total).build();
            case BatchGetItemRequest get ->
                get.toBuilder().returnConsumedCapacity(total).build();
            case QueryRequest query ->
                query.toBuilder().returnConsumedCapacity(total).build();
            default ->
                throw new IllegalStateException(
                        "Not metered: " + context.request().getClass());
        };
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        switch (context.response()) {
            case DeleteItemResponse delete -> written(List.of(delete.consumedCapacity()));
            case PutItemResponse put -> written(List.of(put.consumedCapacity()));
            case UpdateItemResponse update -> written(List.of(update.consumedCapacity()));
            case TransactWriteItemsResponse _ -> writeUnits.add(units((TransactWriteItemsRequest) context.request()));
            case GetItemResponse get -> read(List.of(get.consumedCapacity()));
            case BatchGetItemResponse get -> read(get.consumedCapacity());
            case QueryResponse query -> read(List.of(query.consumedCapacity()));
            default ->
                throw new IllegalStateException(
                        "Not metered: " + context.response().getClass());
        }
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        if (context.exception() instanceof ConditionalCheckFailedException) {
            writeUnits.add(1);
        }
    }

    private static double units(TransactWriteItemsRequest transaction) {
        return transaction.transactItems().stream()
                .mapToInt(write ->
                        write.put() == null ? 1 : ItemSize.kilobytes(write.put().item()))
                .mapToDouble(kilobytes -> kilobytes * UNITS_IN_TRANSACTION)
                .sum();
    }

    private void written(List<ConsumedCapacity> capacity) {
        capacity.forEach(one -> writeUnits.add(one.capacityUnits()));
    }

    private void read(List<ConsumedCapacity> capacity) {
        capacity.forEach(one -> readUnits.add(one.capacityUnits()));
    }
}
