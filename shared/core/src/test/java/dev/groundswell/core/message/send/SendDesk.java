package dev.groundswell.core.message.send;

import static java.util.stream.Collectors.toMap;

import dev.groundswell.core.message.AMessage;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.MessagesInMemory;
import dev.groundswell.core.message.send.Claims.DayCap;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** All that sending needs, in memory and in virtual time. */
final class SendDesk {

    static final Store STORE =
            new Store(new StoreId("demo"), "Demo", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));

    static final Optional<DayCap> NO_CAP = Optional.empty();
    static final Optional<DayCap> ONE_A_DAY = Optional.of(new DayCap(LocalDate.of(2026, 11, 11), 1));

    /** It has nothing against any. */
    static final Recheck CLEAR = (_, drafts) -> drafts.stream().collect(toMap(Draft::id, _ -> Recheck.GO));

    private Instant now = Instant.parse("2026-11-11T00:00:00Z");
    final InstantSource clock = () -> now;
    final MessagesInMemory messages = new MessagesInMemory();
    final PassagesInMemory passages = new PassagesInMemory(clock);
    private final SendMessages sending = new SendMessages(messages, messages, passages, clock, new Random(1));

    void pass(Duration time) {
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    static List<Draft> autumn(int people) {
        return IntStream.range(0, people)
                .mapToObj(person -> AMessage.sms("autumn", person))
                .toList();
    }

    Map<MessageId, Delivery> send(List<Draft> slice) {
        return send(slice, NO_CAP, CLEAR);
    }

    Map<MessageId, Delivery> send(List<Draft> slice, Optional<DayCap> cap, Recheck recheck) {
        return sending.send(STORE, Urgency.CAMPAIGN, slice, new Terms(cap, recheck, now.plusSeconds(10)));
    }

    Map<MessageId, Message> books(List<Draft> drafts) {
        return messages.find(STORE.id(), drafts.stream().map(Draft::id).toList());
    }
}
