package dev.groundswell.graphqlapi;

import dev.groundswell.core.campaign.ACampaign;
import dev.groundswell.core.campaign.Bill;
import dev.groundswell.core.campaign.Campaign;
import dev.groundswell.core.campaign.CampaignChunksInMemory;
import dev.groundswell.core.campaign.CampaignId;
import dev.groundswell.core.campaign.CampaignSettings;
import dev.groundswell.core.campaign.CampaignState;
import dev.groundswell.core.campaign.CampaignStepsInMemory;
import dev.groundswell.core.campaign.CampaignsInMemory;
import dev.groundswell.core.campaign.Chunk;
import dev.groundswell.core.campaign.MemberOutcome;
import dev.groundswell.core.campaign.MemberOutcomes;
import dev.groundswell.core.campaign.Parts;
import dev.groundswell.core.campaign.Payment;
import dev.groundswell.core.campaign.PriceList;
import dev.groundswell.core.campaign.Run;
import dev.groundswell.core.customer.CustomerProfiles;
import dev.groundswell.core.link.LinkCode;
import dev.groundswell.core.link.LinksInMemory;
import dev.groundswell.core.link.ShortLink;
import dev.groundswell.core.message.AMessage;
import dev.groundswell.core.message.ExclusionReason;
import dev.groundswell.core.message.provider.AProvider;
import dev.groundswell.core.message.provider.ProvidersInMemory;
import dev.groundswell.core.message.text.MessageSettingsStore;
import dev.groundswell.core.message.text.SendingHours.Outside;
import dev.groundswell.core.message.text.SmsFrame;
import dev.groundswell.core.metrics.ClickCounts;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.segment.SegmentQueries;
import dev.groundswell.core.segment.freeze.FrozenRange;
import dev.groundswell.core.segment.freeze.RangeId;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.graphqlapi.campaign.CampaignPorts;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** What campaigns stand on, in memory. */
final class CampaignShelf {

    static final CampaignId DONE = new CampaignId("20260618T000000Z-0000000d");
    static final CampaignId FAILED = new CampaignId("20260617T000000Z-0000000f");
    static final CampaignId DRAFT = new CampaignId("20260616T000000Z-0000000a");
    static final CampaignId SCHEDULED = new CampaignId("20260615T000000Z-0000000b");

    private final CampaignsInMemory campaigns = new CampaignsInMemory();
    private final CampaignChunksInMemory chunks = new CampaignChunksInMemory();
    private final ProvidersInMemory providers = new ProvidersInMemory();
    private final LinksInMemory links = new LinksInMemory();
    private final Map<StoreId, ClickCounts> clicks = new HashMap<>();

    CampaignPorts ports(MessageSettingsStore settings, SegmentQueries queries, CustomerProfiles customers) {
        return new CampaignPorts(
                campaigns,
                chunks,
                new CampaignStepsInMemory(),
                this::clicks,
                links,
                settings,
                providers,
                queries,
                customers,
                "https://go.example.com",
                new Random(3),
                () -> Api.NOW);
    }

    private ClickCounts clicks(StoreId store, String to) {
        return to.equals(DONE.purpose()) ? clicks.getOrDefault(store, ClickCounts.ZERO) : ClickCounts.ZERO;
    }

    /** Two links of the campaign that is done were clicked, and an order was paid after. */
    void wasClicked(Store store) {
        for (var person = 1; person <= 2; person++) {
            var link = new ShortLink(
                    new LinkCode("clicked00" + person),
                    AMessage.sms(DONE.value(), person).id(),
                    1,
                    new BuyerId("b" + person),
                    URI.create("https://shop.example/" + person));
            links.write(store.id(), List.of(link));
            links.click(store.id(), link.code(), Optional.of(DONE.purpose()), Api.NOW.plusSeconds(person));
        }
        links.click(store.id(), new LinkCode("clicked001"), Optional.of(DONE.purpose()), Api.NOW.plusSeconds(90));
        clicks.put(store.id(), new ClickCounts(3, 2, 1, 1, 7194, 0));
    }

    void hasOneOfEachKind(Store store, String name) {
        providers.save(store.id(), AProvider.sms("memory", 100).provider());
        var run = new Run(
                Api.NOW,
                SegmentDesk.READY,
                4,
                new SmsFrame(null, ""),
                "https://go.example.com",
                new PriceList(Map.of()),
                new Run.Cost(3, 2));
        keep(store, DONE, full(), new CampaignState.Completed(run, Api.NOW), name);
        keep(
                store,
                FAILED,
                ACampaign.sms("Hello").settings(),
                new CampaignState.Failed("One cent short.", Optional.empty(), Api.NOW),
                name);
        keep(store, DRAFT, ACampaign.sms("Hello {{name}}").settings(), new CampaignState.Draft(), name);
        keep(
                store,
                SCHEDULED,
                ACampaign.sms("Hello").settings(),
                new CampaignState.Scheduled(Api.NOW.plus(Duration.ofHours(1)), Api.NOW.plus(Duration.ofHours(2))),
                name);
        chunks.add(store.id(), DONE, chunk());
    }

    private static CampaignSettings full() {
        return ACampaign.email("Hi {{name}}", "<p>{{link}}</p>", "{{link}}")
                .marketing()
                .at("2026-06-18T10:00")
                .validUntil("2026-06-19T10:00")
                .notForBuyersSince(Api.NOW)
                .outsideHours(Outside.DROP)
                .withConsentOnly()
                .linkingTo("https://shop.example/618")
                .settings();
    }

    private void keep(Store store, CampaignId id, CampaignSettings settings, CampaignState state, String by) {
        var at = Instant.parse("2026-06-17T00:00:00Z");
        campaigns.save(store, new Campaign(id, settings, state, Set.of("QQ"), by, at, at, 1));
    }

    private static Chunk chunk() {
        var range = new FrozenRange(new RangeId(0, 0), "attempt", 4, 1, "hash");
        var outcomes = MemberOutcomes.waiting(4)
                .with(Map.of(
                        0,
                        MemberOutcome.SENT,
                        1,
                        MemberOutcome.UNKNOWN,
                        2,
                        MemberOutcome.FAILED,
                        3,
                        MemberOutcome.excluded(ExclusionReason.HOLD_OUT)));
        return new Chunk(new Chunk.Id(range, 0), outcomes, 3, new Bill(2, Parts.NONE, Payment.NONE), Instant.EPOCH, 1);
    }
}
