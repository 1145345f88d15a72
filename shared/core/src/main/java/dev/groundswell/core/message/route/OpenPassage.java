package dev.groundswell.core.message.route;

import dev.groundswell.core.contact.Email;
import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.message.Content;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.pace.WorkerPaces.Lane;
import dev.groundswell.core.message.provider.Answer;
import dev.groundswell.core.message.provider.EmailGateway;
import dev.groundswell.core.message.provider.Provider;
import dev.groundswell.core.message.provider.SmsGateway;
import dev.groundswell.core.message.route.ProviderPassages.Means;
import dev.groundswell.core.message.send.Passages.Passage;
import dev.groundswell.core.message.send.Passages.Routed;
import dev.groundswell.core.message.send.SendMessages;
import dev.groundswell.core.message.send.Urgency;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** One slice on its way: admitted to the pace of the providers chosen for it, then sent. */
final class OpenPassage implements Passage {

    /** Where the pace is all in use, a slice waits for it so long: about as long as others' leases last. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What one provider did not take waits so long for another one's pace; the slice's outcomes wait with it. */
    private static final Duration PATIENCE_WITH_ANOTHER = Duration.ofSeconds(2);

    private static final Routed TOO_LATE =
            new Routed(new Answer.NotTaken("TOO_LATE", "The time to send it was over before it was its turn."), "");

    private final Means means;
    private final StoreId store;
    private final Urgency urgency;
    private final List<Draft> drafts;
    private final Instant until;
    private final Map<MessageId, Candidates> candidates = new HashMap<>();
    private final Map<MessageId, Route> chosen = new HashMap<>();
    private final Map<MessageId, Routed> answers = new ConcurrentHashMap<>();

    OpenPassage(Means means, StoreId store, Urgency urgency, List<Draft> drafts, Instant until) {
        this.means = means;
        this.store = store;
        this.urgency = urgency;
        this.drafts = List.copyOf(drafts);
        this.until = until;
    }

    // ---- who may go

    /** Finds room for as many as have none yet: by the provider chosen for each, else by those that also have weight. */
    void admit() {
        drafts.forEach(draft -> candidates.put(draft.id(), means.router().candidates(store, draft)));
        var most = candidates.values().stream()
                .mapToInt(those -> those.first().size())
                .max()
                .orElse(0);
        for (var rank = 0; rank < most; rank++) {
            var choice = rank;
            grouped(drafts, draft -> choice(draft, choice)).forEach(this::admit);
        }
    }

    /** Where a draft that has no room yet would go next. */
    private Optional<Route> choice(Draft draft, int rank) {
        return candidates(draft).first().stream()
                .skip(rank)
                .filter(_ -> !chosen.containsKey(draft.id()))
                .map(provider -> Route.of(provider, draft.address()))
                .findFirst();
    }

    private void admit(Route route, List<Draft> those) {
        var hasMore = drafts.size() >= SendMessages.MAX_SLICE;
        var admitted = lane(route).admit(parts(those), hasMore, until);
        those.subList(0, admitted).forEach(draft -> chosen.put(draft.id(), route));
    }

    /** Not where no provider works, since none will in some seconds. */
    boolean isWorthWaiting(Duration waited) {
        return chosen.isEmpty()
                && candidates.values().stream().anyMatch(those -> !those.first().isEmpty())
                && waited.compareTo(PATIENCE) < 0
                && means.time().instant().plus(ProviderPassages.BETWEEN_TRIES).isBefore(until);
    }

    @Override
    public List<Draft> admitted() {
        return drafts.stream().filter(draft -> chosen.containsKey(draft.id())).toList();
    }

    // ---- sending

    @Override
    public Map<MessageId, Routed> send(Collection<Draft> going) {
        giveBack(going);
        var lanes = grouped(going, this::route).entrySet().stream()
                .map(lane -> run(() -> go(lane.getKey(), lane.getValue(), until, Set.of())))
                .toList();
        awaitAll(lanes);
        var routed = new LinkedHashMap<MessageId, Routed>();
        going.forEach(draft -> routed.put(draft.id(), answers.getOrDefault(draft.id(), TOO_LATE)));
        return routed;
    }

    private void giveBack(Collection<Draft> going) {
        var left = new HashSet<>(admitted());
        left.removeAll(going);
        grouped(left, this::route).forEach((route, those) -> lane(route).giveBack(parts(those)));
    }

    /** Call after call, as the pace allows; a call waits for its answer while the next ones begin. */
    private void go(Route route, List<Draft> those, Instant before, Set<Provider> asked) {
        var lane = lane(route);
        var begun = new ArrayList<CompletableFuture<Void>>();
        for (var from = 0; from < those.size(); ) {
            var rest = those.subList(from, Math.min(those.size(), from + mostInACall(route.provider())));
            var together = lane.await(parts(rest), before);
            if (together == 0) {
                break;
            }
            var call = rest.subList(0, together);
            begun.add(run(() -> ask(route, call, asked)));
            from += together;
        }
        awaitAll(begun);
    }

    private static int mostInACall(Provider provider) {
        return switch (provider.channel()) {
            case SMS -> 1;
            case EMAIL -> EmailGateway.MAX_MAILS;
        };
    }

    private void ask(Route route, List<Draft> call, Set<Provider> askedBefore) {
        var provider = route.provider();
        var answered = answer(provider, call);
        means.router().answered(store, provider.id(), answered);
        var asked = new HashSet<>(askedBefore);
        asked.add(provider);
        var notTaken = new ArrayList<Draft>();
        for (var i = 0; i < call.size(); i++) {
            var draft = call.get(i);
            answers.put(draft.id(), new Routed(answered.get(i), provider.id().value()));
            if (answered.get(i) instanceof Answer.NotTaken) {
                notTaken.add(draft);
            }
        }
        askAnother(notTaken, asked);
    }

    private List<Answer> answer(Provider provider, List<Draft> call) {
        return switch (provider.channel()) {
            case SMS -> List.of(means.gateways().sms(store, provider).send(sms(call.getFirst())));
            case EMAIL ->
                means.gateways()
                        .email(store, provider)
                        .send(call.stream().map(OpenPassage::mail).toList());
        };
    }

    private static SmsGateway.Sms sms(Draft draft) {
        if (draft.address() instanceof Phone to && draft.content() instanceof Content.Sms content) {
            return new SmsGateway.Sms(draft.id(), to, draft.kind(), content);
        }
        throw new IllegalArgumentException(draft + " is no SMS.");
    }

    private static EmailGateway.Mail mail(Draft draft) {
        if (draft.address() instanceof Email to && draft.content() instanceof Content.Mail content) {
            return new EmailGateway.Mail(draft.id(), to, draft.kind(), content);
        }
        throw new IllegalArgumentException(draft + " is no e-mail.");
    }

    private void askAnother(List<Draft> notTaken, Set<Provider> asked) {
        var others = new HashMap<MessageId, Route>();
        for (var draft : notTaken) {
            candidates(draft).all().stream()
                    .filter(provider -> !asked.contains(provider))
                    .findFirst()
                    .ifPresent(provider -> others.put(draft.id(), Route.of(provider, draft.address())));
        }
        var before = earlier(until, means.time().instant().plus(PATIENCE_WITH_ANOTHER));
        grouped(notTaken, draft -> Optional.ofNullable(others.get(draft.id())))
                .forEach((route, those) -> go(route, those, before, asked));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    // ---- parts

    private CompletableFuture<Void> run(Runnable task) {
        return CompletableFuture.runAsync(task, means.calls());
    }

    /** What a call threw is thrown here: nothing that a provider does throws, so it is a bug, or the end of this process. */
    private static void awaitAll(List<CompletableFuture<Void>> tasks) {
        try {
            CompletableFuture.allOf(tasks.toArray(CompletableFuture<?>[]::new)).join();
        } catch (CompletionException failure) {
            switch (failure.getCause()) {
                case Error error -> throw error;
                case RuntimeException bug -> throw bug;
                case null, default -> throw failure;
            }
        }
    }

    private Lane lane(Route route) {
        return means.paces().lane(store, route.provider(), route.family(), urgency);
    }

    private Candidates candidates(Draft draft) {
        return Objects.requireNonNull(candidates.get(draft.id()), "Every draft has candidates from the beginning.");
    }

    private Optional<Route> route(Draft draft) {
        return Optional.ofNullable(chosen.get(draft.id()));
    }

    /** In their order; those without a route are left out. */
    private static Map<Route, List<Draft>> grouped(Collection<Draft> drafts, Function<Draft, Optional<Route>> route) {
        var grouped = new LinkedHashMap<Route, List<Draft>>();
        for (var draft : drafts) {
            route.apply(draft)
                    .ifPresent(its ->
                            grouped.computeIfAbsent(its, _ -> new ArrayList<>()).add(draft));
        }
        return grouped;
    }

    private static List<Integer> parts(List<Draft> drafts) {
        return drafts.stream().map(draft -> draft.content().parts()).toList();
    }
}
