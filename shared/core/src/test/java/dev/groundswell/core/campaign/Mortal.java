package dev.groundswell.core.campaign;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Ports of workers that die at some of their calls, before the call or after it so that nobody learns that it happened. */
public final class Mortal {

    private final Predicate<String> dies;
    private int calls;

    private Mortal(Predicate<String> dies) {
        this.dies = dies;
    }

    /** To whom nothing happens. */
    public static Mortal never() {
        return new Mortal(_ -> false);
    }

    /** @param dies asked before and after each call */
    public static Mortal when(BooleanSupplier dies) {
        return new Mortal(_ -> dies.getAsBoolean());
    }

    /** @param dies asked with its name before and after each call; other things may happen meanwhile */
    public static Mortal at(Predicate<String> dies) {
        return new Mortal(dies);
    }

    /** As if the process had ended here. */
    public static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** How many moments there were to die at. */
    public int calls() {
        return calls;
    }

    public static void surviving(Runnable work) {
        try {
            work.run();
        } catch (Death expected) {
            // Another worker goes on.
        }
    }

    public <T> T around(Class<T> type, T port) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> call(port, method, arguments)));
    }

    private Object call(Object port, Method method, Object[] arguments) throws Throwable {
        die(method);
        try {
            var result = method.invoke(port, arguments);
            die(method);
            return result;
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private void die(Method method) {
        calls++;
        if (dies.test(method.getName())) {
            throw new Death();
        }
    }
}
