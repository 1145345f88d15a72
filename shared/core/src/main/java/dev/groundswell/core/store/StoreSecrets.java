package dev.groundswell.core.store;

import java.util.List;

/** Where the secrets of stores are kept. */
public interface StoreSecrets {

    /**
     * The versions of a store's secret that are valid now: the current one, then the one before it, so that both are good
     * while one replaces the other. Empty for a store that has none.
     *
     * @throws UnavailableException if that cannot be told now
     */
    List<StoreSecret> valid(StoreId store);

    /** The secrets cannot be read: whoever needs them is to try again. */
    final class UnavailableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public UnavailableException(String message) {
            super(message);
        }

        public UnavailableException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
