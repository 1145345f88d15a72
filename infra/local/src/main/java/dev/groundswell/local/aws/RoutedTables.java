package dev.groundswell.local.aws;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteTransactionRequest;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsRequest;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsResponse;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.dynamodb.waiters.DynamoDbWaiter;
import software.amazon.dynamodb.services.exceptions.AWSExceptionFactory;
import software.amazon.dynamodb.services.exceptions.AmazonServiceExceptionType;

/**
 * The DynamoDB Locals of all {@link TableGroups} as one: each call goes to the one that has its table, and what concerns several is
 * asked of each and put together. Only a transaction cannot be, and is refused.
 */
final class RoutedTables {

    /** Where a request names its table, or something with its table's name in it; a shard's iterator begins with its stream. */
    private static final List<String> NAMING_FIELDS = List.of("TableName", "StreamArn", "ShardIterator");

    private static final Pattern TABLE_OF_ARN = Pattern.compile(":table/([^/]+)");

    private static final Pattern TABLE_OF_STATEMENT =
            Pattern.compile("\\b(?:FROM|INTO|UPDATE)\\s+(?:\"([^\"]+)\"|([\\w-]+))", Pattern.CASE_INSENSITIVE);

    private static final int MAX_LISTED = 100;
    private static final int MAX_READ = 100;
    private static final int MAX_WRITTEN = 25;

    private final TableGroups groups;
    private final List<DynamoDbClient> clients;
    private final List<DynamoDbStreamsClient> streamClients;

    /** @param clients for each group its own, and likewise {@code streamClients} */
    RoutedTables(TableGroups groups, List<DynamoDbClient> clients, List<DynamoDbStreamsClient> streamClients) {
        this.groups = groups;
        this.clients = List.copyOf(clients);
        this.streamClients = List.copyOf(streamClients);
    }

    DynamoDbClient client() {
        return proxy(DynamoDbClient.class, clients);
    }

    DynamoDbStreamsClient streams() {
        return proxy(DynamoDbStreamsClient.class, streamClients);
    }

    private <C> C proxy(Class<C> type, List<C> targets) {
        InvocationHandler handler = (proxy, method, arguments) -> isInTermsOfOthers(method, arguments)
                ? InvocationHandler.invokeDefault(proxy, method, arguments)
                : call(proxy, method, arguments, targets);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** Paginators, {@code listTables()} and whatever takes a request's builder: the SDK's interface has them ready. */
    private static boolean isInTermsOfOthers(Method method, Object @Nullable [] arguments) {
        return arguments == null
                ? method.getName().startsWith("list")
                : method.getName().endsWith("Paginator") || arguments[0] instanceof Consumer;
    }

    private @Nullable Object call(Object proxy, Method method, Object @Nullable [] arguments, List<?> targets)
            throws Throwable {
        Object request = arguments == null ? method.getName() : arguments[0];
        return switch (request) {
            case ListTablesRequest list -> listTables(list);
            case ListStreamsRequest list when list.tableName() == null -> listStreams(list);
            case BatchGetItemRequest get when isToBeSplit(get) -> batchGetItem(get);
            case BatchWriteItemRequest write when isToBeSplit(write) -> batchWriteItem(write);
            case BatchExecuteStatementRequest execute when isToBeSplit(execute) -> batchExecuteStatement(execute);
            case String name
            when name.equals("waiter") ->
                DynamoDbWaiter.builder().client((DynamoDbClient) proxy).build();
            default -> invoke(targets.get(group(request)), method, arguments);
        };
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    // ---- whose a request is

    private int group(Object request) {
        return switch (request) {
            case BatchGetItemRequest get -> anyGroup(get.requestItems().keySet().stream());
            case BatchWriteItemRequest write -> anyGroup(write.requestItems().keySet().stream());
            case BatchExecuteStatementRequest execute -> anyGroup(tables(execute));
            case ExecuteStatementRequest execute -> anyGroup(Stream.of(tableOf(execute.statement())));
            case TransactGetItemsRequest get ->
                onlyGroup(get.transactItems().stream().flatMap(RoutedTables::tables));
            case TransactWriteItemsRequest write ->
                onlyGroup(write.transactItems().stream().flatMap(RoutedTables::tables));
            case ExecuteTransactionRequest execute ->
                onlyGroup(execute.transactStatements().stream().map(each -> tableOf(each.statement())));
            case SdkRequest other ->
                anyGroup(NAMING_FIELDS.stream().flatMap(field -> other.getValueForField(field, String.class).stream()));
            default -> TableGroups.OTHERS;
        };
    }

    /** Where there is none, or more than one that may be asked: the last one answers, with the refusal it has for that. */
    private int anyGroup(Stream<String> tables) {
        var asked = tables.map(this::groupOf).collect(Collectors.toSet());
        return asked.size() == 1 ? asked.iterator().next() : TableGroups.OTHERS;
    }

    private int onlyGroup(Stream<String> tables) {
        var byGroup = tables.collect(Collectors.groupingBy(this::groupOf, TreeMap::new, Collectors.toSet()));
        if (byGroup.size() > 1) {
            throw AWSExceptionFactory.buildAWSException(
                    AmazonServiceExceptionType.VALIDATION_EXCEPTION,
                    "AWS would take this transaction, this process cannot: its tables lie in DynamoDB Locals of their"
                            + " own, "
                            + byGroup.values().stream().map(TreeSet::new).toList() + ". Name them in one group in "
                            + TableGroups.class.getName() + "; a data directory from before has to be begun anew.");
        }
        return byGroup.isEmpty() ? TableGroups.OTHERS : byGroup.firstKey();
    }

    private int groupOf(String tableOrArn) {
        var arn = TABLE_OF_ARN.matcher(tableOrArn);
        return groups.of(arn.find() ? arn.group(1) : tableOrArn);
    }

    private static Stream<String> tables(TransactGetItem item) {
        return Stream.ofNullable(item.get()).map(Get::tableName).filter(Objects::nonNull);
    }

    private static Stream<String> tables(TransactWriteItem item) {
        return Stream.of(
                        Optional.ofNullable(item.conditionCheck()).map(ConditionCheck::tableName),
                        Optional.ofNullable(item.put()).map(Put::tableName),
                        Optional.ofNullable(item.update()).map(Update::tableName),
                        Optional.ofNullable(item.delete()).map(Delete::tableName))
                .flatMap(Optional::stream);
    }

    private static Stream<String> tables(BatchExecuteStatementRequest execute) {
        return execute.statements().stream().map(each -> tableOf(each.statement()));
    }

    private static String tableOf(@Nullable String statement) {
        var table = TABLE_OF_STATEMENT.matcher(statement == null ? "" : statement);
        return table.find() ? Objects.requireNonNullElseGet(table.group(1), () -> table.group(2)) : "";
    }

    // ---- what concerns several; a batch that is too large is left whole, for its refusal

    private boolean isToBeSplit(BatchGetItemRequest get) {
        return get.requestItems().values().stream()
                                .mapToInt(keys -> keys.keys().size())
                                .sum()
                        <= MAX_READ
                && split(get.requestItems()).size() > 1;
    }

    private boolean isToBeSplit(BatchWriteItemRequest write) {
        return write.requestItems().values().stream().mapToInt(List::size).sum() <= MAX_WRITTEN
                && split(write.requestItems()).size() > 1;
    }

    private boolean isToBeSplit(BatchExecuteStatementRequest execute) {
        return execute.statements().size() <= MAX_WRITTEN
                && tables(execute).map(this::groupOf).distinct().count() > 1;
    }

    private <T> Map<Integer, Map<String, T>> split(Map<String, T> byTable) {
        return byTable.entrySet().stream()
                .collect(Collectors.groupingBy(
                        table -> groupOf(table.getKey()),
                        TreeMap::new,
                        Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private BatchGetItemResponse batchGetItem(BatchGetItemRequest get) {
        var answers = new ArrayList<BatchGetItemResponse>();
        split(get.requestItems())
                .forEach((group, items) -> answers.add(clients.get(group)
                        .batchGetItem(get.toBuilder().requestItems(items).build())));
        return BatchGetItemResponse.builder()
                .responses(union(answers, BatchGetItemResponse::responses))
                .unprocessedKeys(union(answers, BatchGetItemResponse::unprocessedKeys))
                .consumedCapacity(all(answers, BatchGetItemResponse::consumedCapacity))
                .build();
    }

    private BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest write) {
        var answers = new ArrayList<BatchWriteItemResponse>();
        split(write.requestItems())
                .forEach((group, items) -> answers.add(clients.get(group)
                        .batchWriteItem(write.toBuilder().requestItems(items).build())));
        return BatchWriteItemResponse.builder()
                .unprocessedItems(union(answers, BatchWriteItemResponse::unprocessedItems))
                .itemCollectionMetrics(union(answers, BatchWriteItemResponse::itemCollectionMetrics))
                .consumedCapacity(all(answers, BatchWriteItemResponse::consumedCapacity))
                .build();
    }

    /** Its statements are answered in their order. */
    private BatchExecuteStatementResponse batchExecuteStatement(BatchExecuteStatementRequest execute) {
        var order = tables(execute).map(this::groupOf).toList();
        var parts = new TreeMap<Integer, List<BatchStatementRequest>>();
        for (int i = 0; i < order.size(); i++) {
            parts.computeIfAbsent(order.get(i), _ -> new ArrayList<>())
                    .add(execute.statements().get(i));
        }
        var answers = new TreeMap<Integer, BatchExecuteStatementResponse>();
        parts.forEach((group, statements) -> answers.put(
                group,
                clients.get(group)
                        .batchExecuteStatement(
                                execute.toBuilder().statements(statements).build())));
        var left = new HashMap<Integer, Iterator<BatchStatementResponse>>();
        answers.forEach((group, answer) -> left.put(group, answer.responses().iterator()));
        return BatchExecuteStatementResponse.builder()
                .responses(order.stream()
                        .map(group -> Objects.requireNonNull(left.get(group)).next())
                        .toList())
                .consumedCapacity(all(answers.values(), BatchExecuteStatementResponse::consumedCapacity))
                .build();
    }

    private static <A, T> Map<String, T> union(Collection<A> answers, Function<A, Map<String, T>> part) {
        var union = new HashMap<String, T>();
        answers.forEach(answer -> union.putAll(part.apply(answer)));
        return union;
    }

    /** Nothing at all where none has any, as DynamoDB answers if it was not asked. */
    private static <A, T> @Nullable List<T> all(Collection<A> answers, Function<A, List<T>> part) {
        var all =
                answers.stream().flatMap(answer -> part.apply(answer).stream()).toList();
        return all.isEmpty() ? null : all;
    }

    /** Each lists as many as are wanted, from the first name on; the first of all these are the first of all. */
    private ListTablesResponse listTables(ListTablesRequest list) {
        var answers = clients.stream().map(client -> client.listTables(list)).toList();
        var names = answers.stream()
                .flatMap(answer -> answer.tableNames().stream())
                .sorted()
                .toList();
        int limit = Objects.requireNonNullElse(list.limit(), MAX_LISTED);
        var more = names.size() > limit || answers.stream().anyMatch(answer -> answer.lastEvaluatedTableName() != null);
        var page = names.subList(0, Math.min(limit, names.size()));
        return ListTablesResponse.builder()
                .tableNames(page)
                .lastEvaluatedTableName(more ? page.getLast() : null)
                .build();
    }

    private ListStreamsResponse listStreams(ListStreamsRequest list) {
        var answers =
                streamClients.stream().map(client -> client.listStreams(list)).toList();
        var streams = answers.stream()
                .flatMap(answer -> answer.streams().stream())
                .sorted(Comparator.comparing(software.amazon.awssdk.services.dynamodb.model.Stream::streamArn))
                .toList();
        int limit = Objects.requireNonNullElse(list.limit(), MAX_LISTED);
        var more =
                streams.size() > limit || answers.stream().anyMatch(answer -> answer.lastEvaluatedStreamArn() != null);
        var page = streams.subList(0, Math.min(limit, streams.size()));
        return ListStreamsResponse.builder()
                .streams(page)
                .lastEvaluatedStreamArn(more ? page.getLast().streamArn() : null)
                .build();
    }
}
