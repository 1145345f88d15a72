package dev.groundswell.cloud.dynamodb;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Counts the calls of a client, by the names of its methods. */
public final class CountingDynamoDb {

    private final DynamoDbClient client;
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();

    public CountingDynamoDb(DynamoDbClient client) {
        this.client = client;
    }

    public DynamoDbClient client() {
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (_, method, arguments) -> call(method, arguments));
    }

    public Map<String, Integer> calls() {
        return Map.copyOf(calls);
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        calls.merge(method.getName(), 1, Integer::sum);
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
