package dev.groundswell.core.audience;

import dev.groundswell.core.order.BuyerId;
import java.util.Optional;

/** That a customer changed since the blocks were written. */
public sealed interface Delta {

    BuyerId buyer();

    /** Of two deltas of a customer, and of a delta and a row in a block, the greater one counts. */
    long version();

    /** The customer's row, unless the customer is gone. */
    Optional<AudienceRow> row();

    default long hash() {
        return RowHash.of(buyer());
    }

    default int shard() {
        return RowHash.shardOf(hash(), AudienceIndex.SHARDS);
    }

    /** The customer's row as of now. */
    record Changed(AudienceRow customer) implements Delta {

        @Override
        public BuyerId buyer() {
            return customer.buyer();
        }

        @Override
        public long version() {
            return customer.version();
        }

        @Override
        public Optional<AudienceRow> row() {
            return Optional.of(customer);
        }
    }

    /**
     * The customer's row as it is stored. Few readers need all of them: a warm one knows most from before, by buyer and version.
     */
    final class Unread implements Delta {

        private final BuyerId buyer;
        private final long version;
        private final byte[] content;

        /** @param content as {@link RowBytes} writes it */
        public Unread(BuyerId buyer, long version, byte[] content) {
            this.buyer = buyer;
            this.version = version;
            this.content = content;
        }

        @Override
        public BuyerId buyer() {
            return buyer;
        }

        @Override
        public long version() {
            return version;
        }

        /** Decoded anew each time. */
        @Override
        public Optional<AudienceRow> row() {
            return Optional.of(RowBytes.read(buyer, version, content));
        }
    }

    /**
     * There is no such customer any more. It counts more than any row, for a profile that is gone has no version; so whoever
     * comes back has to wait until it is folded.
     */
    record Gone(BuyerId buyer) implements Delta {

        @Override
        public long version() {
            return Long.MAX_VALUE;
        }

        @Override
        public Optional<AudienceRow> row() {
            return Optional.empty();
        }
    }
}
