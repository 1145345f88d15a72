package dev.groundswell.bench.send;

import dev.groundswell.bench.system.BenchStore;
import dev.groundswell.bench.system.FreshTables;
import dev.groundswell.cloud.campaign.CampaignTable;
import dev.groundswell.cloud.dynamodb.Transactions;
import dev.groundswell.cloud.message.MessageTable;
import dev.groundswell.cloud.segment.FrozenAudienceTable;
import dev.groundswell.core.campaign.Campaign;
import dev.groundswell.core.campaign.CampaignId;
import dev.groundswell.core.campaign.Chunk;
import dev.groundswell.core.campaign.ChunkKey;
import dev.groundswell.core.campaign.MemberOutcome;
import dev.groundswell.core.campaign.OutcomeCounts;
import dev.groundswell.core.contact.Address;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.segment.freeze.AudienceId;
import dev.groundswell.core.segment.freeze.FrozenRange;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.Sleeper;
import dev.groundswell.local.LocalSystem;
import dev.groundswell.local.simulator.Outbox;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the frozen audience, and asks of each member the campaign's chunk, the books of messages, and the simulator. All
 * three must tell the same. Everybody has an address of their own and nothing speaks against anybody, so each is owed a message.
 */
final class ReckonCampaign {

    private static final StoreId STORE = BenchStore.STORE.id();

    private final CampaignTable campaigns;
    private final FrozenAudienceTable audiences;
    private final MessageTable messages;
    private final Outbox arrived;
    private final Predicate<Message> explained;

    /** @param explained whether something accounts for an unknown message */
    ReckonCampaign(LocalSystem system, Predicate<Message> explained) {
        var client = system.clients().dynamoDb();
        var template = system.template();
        this.campaigns = new CampaignTable(client, FreshTables.name(template, "Campaigns"));
        this.audiences = new FrozenAudienceTable(client, FreshTables.name(template, "FrozenAudiences"));
        this.messages = new MessageTable(
                client,
                FreshTables.name(template, "Messages"),
                new Transactions(client, Sleeper.system(), RandomGenerator.getDefault()));
        this.arrived = system.simulator().outbox();
        this.explained = explained;
    }

    /** Adds a campaign up, which is the only one that the simulator was sent messages of. */
    Reckoning reckon(CampaignId id) {
        var campaign = campaigns.find(STORE, id).orElseThrow();
        var sums = new Sums(campaign);
        for (var range : audiences.ranges(STORE, sums.audience())) {
            IntStream.range(0, range.chunks()).forEach(number -> sums.add(range, number));
        }
        return sums.reckoning();
    }

    private final class Sums {

        private final Campaign campaign;
        private final Set<MessageId> unknown = new HashSet<>();
        private OutcomeCounts counts = OutcomeCounts.NONE;
        private long lost;
        private long unexplained;
        private long arrivals;

        Sums(Campaign campaign) {
            this.campaign = campaign;
        }

        AudienceId audience() {
            return campaign.state().run().orElseThrow().audience();
        }

        void add(FrozenRange range, int number) {
            var ids = ids(range, number);
            var found = campaigns.find(STORE, campaign.id(), new ChunkKey(range.id(), number));
            if (found.isEmpty()) {
                lost += ids.size();
                return;
            }
            add(found.get(), ids);
        }

        private void add(Chunk chunk, List<MessageId> ids) {
            counts = counts.plus(chunk.outcomes().counts());
            var known = messages.find(STORE, ids);
            for (var place = 0; place < ids.size(); place++) {
                var id = ids.get(place);
                add(id, chunk.outcomes().at(place), known.get(id));
            }
        }

        private void add(MessageId id, Optional<MemberOutcome> outcome, @Nullable Message message) {
            var hasArrived = arrived.has(id.toString());
            arrivals += hasArrived ? 1 : 0;
            if (outcome.isEmpty()) {
                lost++;
            } else if (message == null || message.state() != outcome.get().state()) {
                unexplained++;
            } else {
                add(message, hasArrived);
            }
        }

        private void add(Message message, boolean hasArrived) {
            switch (message.state()) {
                case UNKNOWN -> {
                    unknown.add(message.id());
                    unexplained += explained.test(message) ? 0 : 1;
                }
                case SENT, DELIVERED -> lost += hasArrived ? 0 : 1;
                // The simulator refuses nothing here: it takes a message, and some it reports not to have been
                // delivered.
                case FAILED -> unexplained += hasArrived ? 0 : 1;
                case CLAIMED, EXCLUDED -> unexplained++;
            }
        }

        private List<MessageId> ids(FrozenRange range, int number) {
            return audiences.chunk(STORE, audience(), range, number).rows().stream()
                    .map(row -> switch (campaign.settings().channel()) {
                        case SMS -> id(row.phone());
                        case EMAIL -> id(row.email());
                    })
                    .toList();
        }

        private MessageId id(@Nullable Address address) {
            return new MessageId(
                    AddressKey.of(Objects.requireNonNull(address, "Every customer has both addresses.")),
                    campaign.id().purpose());
        }

        Reckoning reckoning() {
            return new Reckoning(
                    counts, arrived.doubled(), lost, unexplained + (arrived.messages() - arrivals), unknown);
        }
    }
}
