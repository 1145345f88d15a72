package dev.groundswell.core.message.route;

import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.provider.Answer;
import dev.groundswell.core.message.provider.EmailGateway;
import dev.groundswell.core.message.provider.Provider;
import dev.groundswell.core.message.provider.ProviderGateways;
import dev.groundswell.core.message.provider.SmsGateway;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Providers of a process: each answers as it is told, and keeps what it was asked. They take all unless told otherwise. */
public final class GatewaysInMemory implements ProviderGateways {

    private final InstantSource time;
    private final Map<String, Function<MessageId, Answer>> answers = new HashMap<>();
    private final List<Asked> asked = new ArrayList<>();
    private final Map<String, Integer> calls = new HashMap<>();

    public GatewaysInMemory(InstantSource time) {
        this.time = time;
    }

    private record Asked(String provider, Instant at, String to, Answer answer) {}

    public synchronized void answer(String provider, Function<MessageId, Answer> answer) {
        answers.put(provider, answer);
    }

    @Override
    public SmsGateway sms(StoreId store, Provider provider) {
        return sms -> asked(called(provider), sms.id(), sms.to().text());
    }

    @Override
    public EmailGateway email(StoreId store, Provider provider) {
        return mails -> {
            var name = called(provider);
            return mails.stream()
                    .map(mail -> asked(name, mail.id(), mail.to().text()))
                    .toList();
        };
    }

    private synchronized String called(Provider provider) {
        calls.merge(provider.id().value(), 1, Integer::sum);
        return provider.id().value();
    }

    private synchronized Answer asked(String provider, MessageId id, String to) {
        var answer =
                answers.getOrDefault(provider, _ -> new Answer.Accepted("1")).apply(id);
        asked.add(new Asked(provider, time.instant(), to, answer));
        return answer;
    }

    /** When the provider was asked for messages that it did not turn away. */
    public synchronized List<Instant> arrived(String provider) {
        return of(provider, each -> !(each.answer() instanceof Answer.NotTaken));
    }

    /** When it was asked and took none. */
    public synchronized List<Instant> notTaken(String provider) {
        return of(provider, each -> each.answer() instanceof Answer.NotTaken);
    }

    private List<Instant> of(String provider, Predicate<Asked> which) {
        return asked.stream()
                .filter(each -> each.provider().equals(provider) && which.test(each))
                .map(Asked::at)
                .toList();
    }

    public synchronized int calls(String provider) {
        return calls.getOrDefault(provider, 0);
    }

    /** Of the messages to such addresses, in one second of the clock. */
    public synchronized long mostInASecond(String provider, Predicate<String> to) {
        return asked.stream()
                .filter(each -> each.provider().equals(provider) && to.test(each.to()))
                .collect(Collectors.groupingBy(each -> each.at().getEpochSecond(), Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    public synchronized void forget() {
        asked.clear();
        calls.clear();
    }
}
