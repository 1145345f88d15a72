package dev.groundswell.core.wallet;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Wallets of workers that die every now and then: before a movement, or after it so that nobody learns that it happened. */
public final class CrashingWallets {

    private static final Set<String> MOVEMENTS = Set.of("recharge", "reserve", "settle", "release");

    private final Wallets wallets;
    private final RandomGenerator random;

    private CrashingWallets(Wallets wallets, RandomGenerator random) {
        this.wallets = wallets;
        this.random = random;
    }

    /** As if the process had ended here. */
    public static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Two movements of four break off. */
    public static Wallets around(Wallets wallets, RandomGenerator random) {
        var crashing = new CrashingWallets(wallets, random);
        return (Wallets) Proxy.newProxyInstance(
                Wallets.class.getClassLoader(),
                new Class<?>[] {Wallets.class},
                (_, method, arguments) -> crashing.call(method, arguments));
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        var fate = MOVEMENTS.contains(method.getName()) ? random.nextInt(4) : 0;
        if (fate == 1) {
            throw new Crash();
        }
        var result = invoke(method, arguments);
        if (fate == 2) {
            throw new Crash();
        }
        return result;
    }

    private Object invoke(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(wallets, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
