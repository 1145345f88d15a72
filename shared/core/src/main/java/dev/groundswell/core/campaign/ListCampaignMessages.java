package dev.groundswell.core.campaign;

import dev.groundswell.core.audience.AudienceRow;
import dev.groundswell.core.contact.Address;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.message.Messages;
import dev.groundswell.core.segment.freeze.FrozenMembers;
import dev.groundswell.core.store.StoreId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a campaign, in the order of its audience. Chunks tell whose they are, and the books what became of them; so
 * nothing has to be written for this list. Members for whom there never was a message, of no address say, are counted only.
 */
public final class ListCampaignMessages {

    /** A page looks at so many members at most, so that it takes about as long however few messages it finds. */
    private static final int MAX_LOOKED_AT = 2_000;

    private final Campaigns campaigns;
    private final CampaignChunks chunks;
    private final FrozenMembers members;
    private final Messages messages;

    public ListCampaignMessages(Campaigns campaigns, CampaignChunks chunks, FrozenMembers members, Messages messages) {
        this.campaigns = campaigns;
        this.chunks = chunks;
        this.members = members;
        this.messages = messages;
    }

    /**
     * @param messages by the places of their members
     * @param next     the place of the member who was looked at last; empty on the last page
     */
    public record Page(Map<String, Message> messages, Optional<String> next) {

        private static final Page EMPTY = new Page(Map.of(), Optional.empty());
    }

    /**
     * A page of them.
     *
     * @param state empty for any
     * @param after a place; one that makes no sense is before all others
     */
    public Page page(StoreId store, CampaignId id, Optional<MessageState> state, Optional<String> after, int limit) {
        var from = after.flatMap(ChunkKey.Place::parse);
        return campaigns
                .find(store, id)
                .flatMap(campaign -> campaign.state().run().map(run -> new Walk(store, campaign, run, state, limit)))
                .map(walk -> walk.from(from))
                .orElse(Page.EMPTY);
    }

    /** From chunk to chunk, until there are enough. */
    private final class Walk {

        private final StoreId store;
        private final Campaign campaign;
        private final Run run;
        private final Optional<MessageState> state;
        private final int limit;
        private final Map<String, Message> found = new LinkedHashMap<>();
        private int lookedAt;

        Walk(StoreId store, Campaign campaign, Run run, Optional<MessageState> state, int limit) {
            this.store = store;
            this.campaign = campaign;
            this.run = run;
            this.state = state;
            this.limit = limit;
        }

        Page from(Optional<ChunkKey.Place> after) {
            for (var key : keys()) {
                var order = after.map(place -> key.compareTo(place.chunk())).orElse(1);
                if (order >= 0) {
                    var first = order == 0 ? after.orElseThrow().member() + 1 : 0;
                    var last = look(key, first);
                    if (last != null) {
                        return new Page(found, Optional.of(last.toString()));
                    }
                }
            }
            return new Page(found, Optional.empty());
        }

        private List<ChunkKey> keys() {
            return chunks.plans(store, campaign.id()).stream()
                    .flatMap(plan ->
                            IntStream.range(0, plan.chunks()).mapToObj(number -> new ChunkKey(plan.range(), number)))
                    .toList();
        }

        /** Where the page ends, if it does in this chunk. */
        private ChunkKey.@Nullable Place look(ChunkKey key, int first) {
            var chunk = chunks.find(store, campaign.id(), key);
            if (chunk.isEmpty()) {
                return null;
            }
            var rows = members.chunk(store, run.audience(), chunk.get().id().range(), key.number())
                    .rows();
            var wanted = wanted(chunk.get().outcomes(), first);
            for (var from = 0; from < wanted.size(); from += limit) {
                var places = wanted.subList(from, Math.min(wanted.size(), from + limit));
                var last = look(key, rows, places);
                if (last != null) {
                    return last;
                }
            }
            return null;
        }

        private List<Integer> wanted(MemberOutcomes outcomes, int first) {
            return IntStream.range(first, outcomes.members())
                    .filter(place -> state.map(wanted -> wanted == state(outcomes, place))
                            .orElse(true))
                    .boxed()
                    .toList();
        }

        private ChunkKey.@Nullable Place look(ChunkKey key, List<AudienceRow> rows, List<Integer> places) {
            var ids = new LinkedHashMap<Integer, MessageId>();
            places.forEach(place -> id(rows.get(place)).ifPresent(id -> ids.put(place, id)));
            var known = messages.find(store, ids.values());
            for (var place : places) {
                lookedAt++;
                var message = known.get(ids.get(place));
                var at = new ChunkKey.Place(key, place);
                if (message != null && isOf(message, rows.get(place))) {
                    found.put(at.toString(), message);
                }
                if (found.size() == limit || lookedAt == MAX_LOOKED_AT) {
                    return at;
                }
            }
            return null;
        }

        private Optional<MessageId> id(AudienceRow member) {
            Address address = switch (campaign.settings().channel()) {
                case SMS -> member.phone();
                case EMAIL -> member.email();
            };
            return Optional.ofNullable(address)
                    .map(to -> new MessageId(AddressKey.of(to), campaign.id().purpose()));
        }

        /** An address that two members have got one message, as the first one's. */
        private static boolean isOf(Message message, AudienceRow member) {
            return message.facts().buyer().equals(member.buyer());
        }
    }

    private static MessageState state(MemberOutcomes outcomes, int place) {
        return outcomes.at(place).map(MemberOutcome::state).orElse(MessageState.CLAIMED);
    }
}
