package dev.groundswell.bench.system;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;

/** A client of AWS by which no request goes without a watcher: also where there is no HTTP, and so no interceptor of the SDK. */
public final class WatchedClient {

    private WatchedClient() {}

    /** Sees each request before it goes, and what comes of it. It may change either, or fail. */
    @FunctionalInterface
    public interface Watcher {
        SdkResponse ask(SdkRequest request, Asking asking);
    }

    /** Asks AWS, as often as it is called. */
    @FunctionalInterface
    public interface Asking {
        SdkResponse ask(SdkRequest request);
    }

    /** @param type the client's interface */
    public static <C extends SdkClient> C of(Class<C> type, C client, Watcher watcher) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (isRequest(method, arguments)) {
                return watcher.ask((SdkRequest) arguments[0], request -> (SdkResponse) invoke(method, client, request));
            }
            return isShorthand(method, arguments)
                    ? InvocationHandler.invokeDefault(proxy, method, arguments)
                    : invoke(method, client, arguments);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static boolean isRequest(Method method, Object[] arguments) {
        return arguments != null
                && arguments.length == 1
                && arguments[0] instanceof SdkRequest
                && SdkResponse.class.isAssignableFrom(method.getReturnType());
    }

    /** What the interface itself makes requests of: a builder's consumer, or the pages of a query. */
    private static boolean isShorthand(Method method, Object[] arguments) {
        return arguments != null
                && arguments.length == 1
                && (arguments[0] instanceof Consumer || method.getName().endsWith("Paginator"));
    }

    private static Object invoke(Method method, Object client, Object... arguments) {
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException failed) {
            throw unchecked(failed.getTargetException());
        } catch (IllegalAccessException cannotHappen) {
            throw new IllegalStateException("A client's methods are public.", cannotHappen);
        }
    }

    private static RuntimeException unchecked(Throwable cause) {
        return switch (cause) {
            case RuntimeException failure -> failure;
            case Error error -> throw error;
            default -> new IllegalStateException("Clients throw nothing that is checked.", cause);
        };
    }
}
