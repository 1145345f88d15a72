package dev.groundswell.core.segment.freeze;

import dev.groundswell.core.audience.AudienceRow;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Files of frozen audiences in memory: their buyers, one a line. */
public final class ExportFilesInMemory implements ExportFiles {

    private final Map<URI, List<BuyerId>> files = new HashMap<>();

    @Override
    public ExportFile open(Store store, AudienceId id, ExportFormat format) {
        return new File(address(store.id(), id, format));
    }

    @Override
    public URI address(StoreId store, AudienceId id, ExportFormat format) {
        return URI.create("memory:/" + store + "/" + id + "/" + format);
    }

    /** Empty where there is no such file. */
    public List<BuyerId> buyers(URI address) {
        return files.getOrDefault(address, List.of());
    }

    private final class File implements ExportFile {

        private final URI address;
        private final List<BuyerId> buyers = new ArrayList<>();

        File(URI address) {
            this.address = address;
        }

        @Override
        public void add(List<AudienceRow> members) {
            members.stream().map(AudienceRow::buyer).forEach(buyers::add);
        }

        @Override
        public Written finish() {
            files.put(address, List.copyOf(buyers));
            return new Written(buyers.size(), buyers.toString().length(), Sha256.hex(buyers.toString()));
        }

        @Override
        public void abandon() {
            buyers.clear();
        }
    }
}
