package dev.groundswell.bench.capacity;

import dev.groundswell.bench.system.WatchedClient;
import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
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
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
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
public final class CapacityMeter implements ExecutionInterceptor, WatchedClient.Watcher {

    private static final double UNITS_IN_TRANSACTION = 2;

    private final LongAdder requests = new LongAdder();
    private final DoubleAdder writeUnits = new DoubleAdder();
    private final DoubleAdder readUnits = new DoubleAdder();

    /** What was counted up to now. */
    public Usage read() {
        return new Usage(0, requests.sum(), writeUnits.sum(), readUnits.sum());
    }

    // ---- as an interceptor of the SDK

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        return asked(context.request());
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        answered(context.request(), context.response());
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        failed(context.exception());
    }

    // ---- where there is no HTTP

    @Override
    public SdkResponse ask(SdkRequest request, WatchedClient.Asking asking) {
        var asked = asked(request);
        try {
            var response = asking.ask(asked);
            answered(asked, response);
            return response;
        } catch (RuntimeException failure) {
            failed(failure);
            throw failure;
        }
    }

    // ---- counting

    private SdkRequest asked(SdkRequest request) {
        requests.increment();
        var total = ReturnConsumedCapacity.TOTAL;
        return switch (request) {
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
            case BatchWriteItemRequest write ->
                write.toBuilder().returnConsumedCapacity(total).build();
            case ScanRequest scan ->
                scan.toBuilder().returnConsumedCapacity(total).build();
            default -> throw new IllegalStateException("Not metered: " + request.getClass());
        };
    }

    private void answered(SdkRequest request, SdkResponse response) {
        switch (response) {
            case DeleteItemResponse delete -> written(List.of(delete.consumedCapacity()));
            case PutItemResponse put -> written(List.of(put.consumedCapacity()));
            case UpdateItemResponse update -> written(List.of(update.consumedCapacity()));
            case TransactWriteItemsResponse _ -> writeUnits.add(units((TransactWriteItemsRequest) request));
            case GetItemResponse get -> read(List.of(get.consumedCapacity()));
            case BatchGetItemResponse get -> read(get.consumedCapacity());
            case QueryResponse query -> read(List.of(query.consumedCapacity()));
            case BatchWriteItemResponse write -> written(write.consumedCapacity());
            case ScanResponse scan -> read(List.of(scan.consumedCapacity()));
            default -> throw new IllegalStateException("Not metered: " + response.getClass());
        }
    }

    private void failed(Throwable failure) {
        if (failure instanceof ConditionalCheckFailedException) {
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
