package dev.groundswell.cloud.dynamodb;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A client that breaks off at one of its writes: before it, or after it so that nobody learns that it happened. */
public final class CrashingDynamoDb {

    private static final Set<String> WRITES =
            Set.of("putItem", "updateItem", "deleteItem", "batchWriteItem", "transactWriteItems");

    private final DynamoDbClient client;
    private final int crashAt;
    private final boolean afterTheWrite;
    private final AtomicInteger writes = new AtomicInteger();

    private CrashingDynamoDb(DynamoDbClient client, int crashAt, boolean afterTheWrite) {
        this.client = client;
        this.crashAt = crashAt;
        this.afterTheWrite = afterTheWrite;
    }

    /** As if the process had ended here. */
    public static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    public static DynamoDbClient at(int write, boolean afterTheWrite, DynamoDbClient client) {
        var crashing = new CrashingDynamoDb(client, write, afterTheWrite);
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (_, method, arguments) -> crashing.call(method, arguments));
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        var isCrash = WRITES.contains(method.getName()) && writes.incrementAndGet() == crashAt;
        if (isCrash && !afterTheWrite) {
            throw new Crash();
        }
        var result = invoke(method, arguments);
        if (isCrash) {
            throw new Crash();
        }
        return result;
    }

    private Object invoke(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
