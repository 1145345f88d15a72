package dev.groundswell.core.campaign;

import dev.groundswell.core.audience.AudienceRow;
import dev.groundswell.core.audience.AudienceRows;
import dev.groundswell.core.audience.Block;
import dev.groundswell.core.audience.MemberBlock;
import dev.groundswell.core.audience.RowHash;
import dev.groundswell.core.customer.BuyerHistory;
import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.link.LinksInMemory;
import dev.groundswell.core.link.SignedLinks;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.Messages;
import dev.groundswell.core.message.MessagesInMemory;
import dev.groundswell.core.message.StandingsInMemory;
import dev.groundswell.core.message.provider.AProvider;
import dev.groundswell.core.message.provider.ProvidersInMemory;
import dev.groundswell.core.message.send.Claims;
import dev.groundswell.core.message.send.Passages;
import dev.groundswell.core.message.send.PassagesInMemory;
import dev.groundswell.core.message.send.SendMessages;
import dev.groundswell.core.message.send.SettleExpiredClaims;
import dev.groundswell.core.message.text.MessageSettings;
import dev.groundswell.core.message.text.MessageSettingsInMemory;
import dev.groundswell.core.order.AnOrder;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.segment.freeze.AudienceId;
import dev.groundswell.core.segment.freeze.AudienceStep;
import dev.groundswell.core.segment.freeze.AudienceStepsInMemory;
import dev.groundswell.core.segment.freeze.FreezeAudience;
import dev.groundswell.core.segment.freeze.FrozenAudiencesInMemory;
import dev.groundswell.core.segment.freeze.FrozenRange;
import dev.groundswell.core.segment.freeze.MemberChunk;
import dev.groundswell.core.segment.freeze.RangeId;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.wallet.Wallets;
import dev.groundswell.core.wallet.WalletsInMemory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A store with customers, campaigns, and workers that send them, in memory and in virtual time. */
final class CampaignDesk {

    static final Store STORE =
            new Store(new StoreId("demo"), "Demo", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));

    /** 12:00 in the store's zone, within all sending hours. */
    static final Instant NOON = Instant.parse("2026-11-11T04:00:00Z");

    static final long PURSE = 1_000_000;

    private static final int RANGES = 3;
    private static final int CHUNK = 7;
    private static final int MAX_ROUNDS = 400;

    final CampaignsInMemory campaigns = new CampaignsInMemory();
    final CampaignChunksInMemory chunks = new CampaignChunksInMemory();
    final CampaignStepsInMemory steps = new CampaignStepsInMemory();
    final FrozenAudiencesInMemory audiences = new FrozenAudiencesInMemory();
    final MessageSettingsInMemory settings = new MessageSettingsInMemory();
    final MessagesInMemory messages = new MessagesInMemory();
    final StandingsInMemory standings = new StandingsInMemory();
    final WalletsInMemory wallets = new WalletsInMemory();
    final ProvidersInMemory providers = new ProvidersInMemory();
    final LinksInMemory links = new LinksInMemory();
    final PassagesInMemory passages = new PassagesInMemory(this::now);
    private final AudienceStepsInMemory audienceSteps = new AudienceStepsInMemory();
    private final Map<BuyerId, List<Order>> orders = new LinkedHashMap<>();
    private final Random random = new Random(11);
    private Instant now = NOON;
    private int patience = Integer.MAX_VALUE;

    CampaignDesk() {
        providers.save(STORE.id(), AProvider.sms("memory", 1_000).provider());
        providers.save(STORE.id(), AProvider.email("mail", 1_000).provider());
        wallets.recharge(STORE.id(), "first", PURSE, "tester", NOON);
        save(OptionalInt.empty(), false);
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    // ---- people

    /** Somebody who paid for an order a month ago. */
    void customer(String buyer, @Nullable String phone, @Nullable String email) {
        var order = AnOrder.anOrder("T-" + buyer)
                .by(buyer)
                .of("Name of " + buyer, phone, email)
                .placedAt(NOON.minus(Duration.ofDays(30)))
                .paidAfter(Duration.ofMinutes(1))
                .costing(10_000)
                .build();
        orders.put(new BuyerId(buyer), new ArrayList<>(List.of(order)));
    }

    void customers(int count) {
        for (var i = 0; i < count; i++) {
            customer("B" + i, phone(i), "b" + i + "@qq.com");
        }
    }

    static String phone(int i) {
        return "+86138%08d".formatted(i);
    }

    void pays(String buyer) {
        ordersOf(new BuyerId(buyer))
                .add(AnOrder.anOrder("T2-" + buyer)
                        .by(buyer)
                        .placedAt(now)
                        .paidAt(now)
                        .costing(10_000)
                        .build());
    }

    private List<Order> ordersOf(BuyerId buyer) {
        return Objects.requireNonNull(orders.get(buyer));
    }

    private CustomerProfile profile(BuyerId buyer) {
        return CustomerProfile.of(buyer, new BuyerHistory(ordersOf(buyer), List.of()), STORE);
    }

    private Optional<CustomerProfile> known(BuyerId buyer) {
        return orders.containsKey(buyer) ? Optional.of(profile(buyer)) : Optional.empty();
    }

    /** All customers, as of now, in some ranges of some chunks. */
    private void freeze(AudienceId id) {
        var byRange = new HashMap<Integer, List<AudienceRow>>();
        orders.keySet().stream()
                .sorted(Comparator.comparingLong(RowHash::of))
                .forEach(buyer -> byRange.computeIfAbsent(
                                Math.floorMod(buyer.hashCode(), RANGES), _ -> new ArrayList<>())
                        .add(AudienceRows.of(profile(buyer), 1)));
        byRange.forEach((number, rows) -> freeze(id, new RangeId(number, 0), rows));
        audiences.finish(STORE.id(), id, orders.size(), "hash", now);
    }

    private void freeze(AudienceId id, RangeId range, List<AudienceRow> rows) {
        var number = 0;
        for (var from = 0; from < rows.size(); from += CHUNK) {
            var some = rows.subList(from, Math.min(rows.size(), from + CHUNK));
            var chunk = new MemberChunk(Block.of(some), MemberBlock.of(some));
            audiences.keep(STORE.id(), id, range, "attempt", number++, chunk);
        }
        audiences.elect(STORE.id(), id, new FrozenRange(range, "attempt", rows.size(), number, "hash"));
    }

    // ---- what people do

    void messagesADay(int cap) {
        save(OptionalInt.of(cap), false);
    }

    void testsRequired() {
        save(OptionalInt.empty(), true);
    }

    private void save(OptionalInt cap, boolean testRequired) {
        var known = settings.find(STORE.id());
        settings.save(
                STORE.id(),
                new MessageSettings(
                        "秋季",
                        known.wayOut(),
                        known.words(),
                        cap,
                        known.hours(),
                        known.consentRequired(),
                        testRequired,
                        known.linkDomain(),
                        known.peaks(),
                        known.lowBalance(),
                        known.revision() + 1));
    }

    CampaignId saved(ACampaign campaign) {
        var save = new SaveCampaign(campaigns, settings, this::now, random);
        var result = save.save(STORE, new SaveCampaign.Request(null, null, campaign.settings(), "tester"));
        return ((SaveCampaign.Result.Saved) result).campaign().id();
    }

    ScheduleCampaign.Result schedule(CampaignId id) {
        return new ScheduleCampaign(campaigns, steps, settings, this::now).schedule(STORE, id);
    }

    CampaignId scheduled(ACampaign campaign) {
        var id = saved(campaign);
        schedule(id);
        return id;
    }

    DirectCampaign direct() {
        return new DirectCampaign(campaigns, steps, this::now);
    }

    Campaign read(CampaignId id) {
        return campaigns.find(STORE.id(), id).orElseThrow();
    }

    CampaignProgress progress(CampaignId id) {
        return new ReportProgress(chunks).of(STORE.id(), read(id));
    }

    // ---- what workers do

    /** A worker with ports of its own. */
    TakeStep worker(Mortal mortal) {
        var chunkPort = mortal.around(CampaignChunks.class, chunks);
        var stepPort = mortal.around(CampaignSteps.class, steps);
        var campaignPort = mortal.around(Campaigns.class, campaigns);
        var walletPort = mortal.around(Wallets.class, wallets);
        var messagePort = mortal.around(Messages.class, messages);
        var claimPort = mortal.around(Claims.class, messages);
        var links = new SignedLinks(this.links, this.links);
        var settling = new SettleChunk(chunkPort, walletPort, this::now);
        var advance = new AdvanceCampaign(
                new AdvanceCampaign.Ports(
                        campaignPort, chunkPort, stepPort, audiences, audiences, settings, providers, walletPort),
                new FreezeAudience(audiences, audienceSteps, this::now),
                "https://go.example.com",
                this::now);
        var sending =
                new SendMessages(claimPort, messagePort, mortal.around(Passages.class, passages), this::now, random);
        var ports = new SendChunk.Ports(
                campaignPort,
                chunkPort,
                audiences,
                settings,
                messagePort,
                mortal.around(Addressees.class, new AddresseesInMemory(this::known, standings)),
                links);
        var send = new SendChunk(
                ports, sending, new SettleExpiredClaims(claimPort, messagePort, this::now), settling, this::now);
        var plan = new PlanRange(campaignPort, chunkPort, audiences, links);
        var expired = new SettleExpiredClaims(claimPort, messagePort, this::now);
        var billing = new BillSeparately(walletPort, providers, this::now);
        var test = new SendTest(
                new SendTest.Ports(campaignPort, settings, messagePort, links),
                sending,
                expired,
                billing,
                "https://go.example.com",
                this::now);
        var resend = new ResendMessage(
                ports, sending, expired, new CountOutcome(campaignPort, chunkPort, settling), billing, this::now);
        return new TakeStep(advance, plan, send, test, resend, chunkPort, stepPort);
    }

    /** All that waits, once. A message whose worker dies is lost: the watchdog has to find out. */
    void work(Mortal mortal, StepDelivery delivery) {
        audienceSteps.take().stream().map(AudienceStep::audience).distinct().forEach(this::freeze);
        delivery.of(steps.take())
                .forEach(step -> Mortal.surviving(() -> worker(mortal).take(STORE, step, timeLeft())));
    }

    /** Workers whose time is over after so many looks at it. */
    void impatient(int looks) {
        patience = looks;
    }

    private BooleanSupplier timeLeft() {
        var left = new AtomicInteger(patience);
        return () -> left.getAndDecrement() > 0;
    }

    void work() {
        work(Mortal.never(), sent -> sent);
    }

    /** How messages reach their workers. */
    interface StepDelivery {
        List<CampaignStep> of(List<CampaignStep> sent);
    }

    void watch() {
        new WatchCampaigns(campaigns, steps, this::now).watch();
    }

    /** Until all are over; some seconds pass between one look and the next, and a minute between watchdogs' runs. */
    void workUntilOver(Mortal mortal, StepDelivery delivery, CampaignId... ids) {
        for (var round = 0; !areOver(ids); round++) {
            if (round == MAX_ROUNDS) {
                throw new AssertionError("It does not come to an end: "
                        + List.of(ids).stream()
                                .map(id -> read(id).state() + " " + progress(id))
                                .toList());
            }
            work(mortal, delivery);
            pass(Duration.ofSeconds(10));
            if (round % 6 == 5) {
                Mortal.surviving(this::watch);
            }
        }
    }

    void workUntilOver(CampaignId... ids) {
        workUntilOver(Mortal.never(), sent -> sent, ids);
    }

    private boolean areOver(CampaignId... ids) {
        return List.of(ids).stream().allMatch(this::isOver);
    }

    /** Nothing is to be done, but for what is unknown and settled after days. */
    private boolean isOver(CampaignId id) {
        var soon = now.plus(Duration.ofDays(1));
        return read(id).dueAt(STORE.zone()).filter(soon::isAfter).isEmpty();
    }

    CampaignId sent(ACampaign campaign) {
        var id = scheduled(campaign);
        workUntilOver(id);
        return id;
    }

    // ---- what came of it

    List<MessageId> arrivals() {
        return passages.arrivals();
    }

    /** Messages that reached the provider more than once. */
    Set<MessageId> doubled() {
        var seen = new HashSet<MessageId>();
        return arrivals().stream().filter(id -> !seen.add(id)).collect(Collectors.toSet());
    }
}
