package dev.groundswell.core.message.text;

import dev.groundswell.core.message.MessageKind;
import dev.groundswell.core.store.Store;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What {@link CheckMessage} is asked.
 *
 * @param known      the variables that there are
 * @param link       where {@code {{link}}} leads; empty for nowhere
 * @param at         when it is to be sent; empty where that is open
 * @param intoWechat whether people are to read it there, or to share it there
 * @param audience   those whom it is for
 */
public record MessageQuestion(
        Store store,
        Wording wording,
        MessageKind kind,
        MessageSettings settings,
        Collection<KnownVariable> known,
        Optional<String> link,
        Optional<Instant> at,
        boolean intoWechat,
        AudienceFigures audience) {

    private static final String CHINAS_CURRENCY = "CNY";

    public MessageQuestion {
        known = List.copyOf(known);
    }

    /** The same, for those. */
    public MessageQuestion about(AudienceFigures those) {
        return new MessageQuestion(store, wording, kind, settings, known, link, at, intoWechat, those);
    }

    /** Whether the rules of China's carriers hold: a store's currency tells where its customers are. */
    boolean isInChina() {
        return store.currency().getCurrencyCode().equals(CHINAS_CURRENCY);
    }

    boolean isMarketing() {
        return kind == MessageKind.MARKETING;
    }
}
