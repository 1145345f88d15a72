package dev.groundswell.graphqlapi.message.text;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.MessageKind;
import dev.groundswell.core.message.text.MessageSettings;
import dev.groundswell.core.message.text.PeakHours;
import dev.groundswell.core.message.text.SendingHours;
import dev.groundswell.core.message.text.SensitiveWord;
import dev.groundswell.core.message.text.WordLists;
import dev.groundswell.core.money.Money;
import dev.groundswell.core.store.Store;
import dev.groundswell.graphqlapi.mutation.Input;
import dev.groundswell.graphqlapi.mutation.UserError;
import dev.groundswell.graphqlapi.mutation.UserErrorCode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the input of {@code saveMessageSettings}, and says all that is wrong with it. */
final class SettingsInput {

    private static final int MIN_SIGNATURE = 2;
    private static final int MAX_SIGNATURE = 12;
    private static final int MAX_WAY_OUT = 20;

    /** A person who got more would be gone. */
    private static final int MAX_MESSAGES_A_DAY = 100;

    private static final Pattern HOST =
            Pattern.compile("(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}");

    private final Map<String, Object> values;
    private final Store store;
    private final List<UserError> errors = new ArrayList<>();

    SettingsInput(Input input, Store store) {
        this.values = input.values();
        this.store = store;
    }

    /** Empty until {@link #read}; after it, empty if there are settings. */
    List<UserError> errors() {
        return errors;
    }

    /** @param revision that they are to have */
    Optional<MessageSettings> read(long revision) {
        var signature = signature();
        var wayOut = wayOut();
        var words = words();
        var messagesADay = messagesADay();
        var hours = hours();
        var linkDomain = linkDomain();
        var peaks = peaks();
        var lowBalance = lowBalance();
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new MessageSettings(
                signature,
                wayOut,
                words.orElseThrow(),
                messagesADay,
                hours,
                channels(),
                is("testRequired"),
                linkDomain,
                peaks.orElseThrow(),
                lowBalance,
                revision));
    }

    private @Nullable String signature() {
        var signature = text("signature");
        if (signature != null
                && (signature.length() < MIN_SIGNATURE
                        || signature.length() > MAX_SIGNATURE
                        || signature.matches(".*[【】].*"))) {
            refuse("signature", "A signature has 2 to 12 characters, without brackets.");
        }
        return signature;
    }

    private String wayOut() {
        var wayOut = Objects.requireNonNullElse(text("wayOut"), "");
        if (wayOut.length() > MAX_WAY_OUT) {
            refuse("wayOut", "The way out has at most " + MAX_WAY_OUT + " characters.");
        }
        return wayOut;
    }

    private Optional<WordLists> words() {
        var own = list("words", (word, path) -> attempt(path, () -> word(word)));
        var allowed = this.<String>listed("allowedWords");
        if (allowed.stream().anyMatch(word -> word.isBlank() || word.length() > SensitiveWord.MAX_LENGTH)) {
            refuse("allowedWords", "A word has 1 to " + SensitiveWord.MAX_LENGTH + " characters.");
        }
        return attempt("words", () -> new WordLists(own, Set.copyOf(allowed), is("refuseSuperlatives")));
    }

    private static SensitiveWord word(Map<String, Object> word) {
        return new SensitiveWord((String) given(word, "text"), (String) given(word, "reason"));
    }

    private OptionalInt messagesADay() {
        if (!(values.get("messagesADay") instanceof Integer limit)) {
            return OptionalInt.empty();
        }
        if (limit < 1 || limit > MAX_MESSAGES_A_DAY) {
            refuse("messagesADay", "A limit is 1 to " + MAX_MESSAGES_A_DAY + "; leave it out for none.");
        }
        return OptionalInt.of(limit);
    }

    private List<SendingHours> hours() {
        if (values.get("hours") == null) {
            return MessageSettings.OF_THE_PRODUCT.hours();
        }
        var hours = list("hours", (each, path) -> hours(each, path));
        var different = new HashSet<String>();
        for (var each : hours) {
            if (!different.add(each.channel() + "/" + each.kind())) {
                refuse("hours", "There are hours for " + each.channel() + " and " + each.kind() + " twice.");
            }
        }
        return hours;
    }

    private Optional<SendingHours> hours(Map<String, Object> hours, String path) {
        var from = time(hours, "from", path);
        var until = time(hours, "until", path);
        return from.isEmpty() || until.isEmpty()
                ? Optional.empty()
                : Optional.of(new SendingHours(
                        Channel.valueOf((String) given(hours, "channel")),
                        MessageKind.valueOf((String) given(hours, "kind")),
                        from.get(),
                        until.get(),
                        SendingHours.Outside.valueOf((String) given(hours, "outside"))));
    }

    private Optional<LocalTime> time(Map<String, Object> hours, String field, String path) {
        try {
            return Optional.of(LocalTime.parse((String) given(hours, field)));
        } catch (DateTimeException notATime) {
            refuse(path + "." + field, "A time of day is written like 08:00.");
            return Optional.empty();
        }
    }

    private @Nullable String linkDomain() {
        var host = text("linkDomain");
        if (host != null && !HOST.matcher(host).matches()) {
            refuse("linkDomain", "A host name is written like t.example.com.");
        }
        return host;
    }

    private Optional<PeakHours> peaks() {
        var windows = list("peaks", (window, path) -> attempt(path, () -> window(window)));
        return attempt(
                "peaks", () -> new PeakHours(windows, PeakHours.Rule.valueOf((String) given(values, "peakRule"))));
    }

    private static PeakHours.Window window(Map<String, Object> window) {
        return new PeakHours.Window((Instant) given(window, "from"), (Instant) given(window, "until"));
    }

    private long lowBalance() {
        var decimal = (BigDecimal) given(values, "lowBalance");
        var money = Money.parse(decimal.toPlainString(), store.currency());
        if (money.isEmpty()) {
            refuse("lowBalance", "An amount is nothing or more, and no finer than the currency.");
        }
        return money.map(Money::minorUnits).orElse(0L);
    }

    private Set<Channel> channels() {
        return this.<String>listed("consentRequired").stream()
                .map(Channel::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private @Nullable String text(String field) {
        return values.get(field) instanceof String text ? text.strip() : null;
    }

    private boolean is(String field) {
        return (Boolean) given(values, field);
    }

    @SuppressWarnings("unchecked") // The schema says of what the list is.
    private <T> List<T> listed(String field) {
        return (List<T>) values.getOrDefault(field, List.of());
    }

    /** What becomes of each object of a list; those that are wrong are left out, and refused with their paths. */
    private <T> List<T> list(String field, BiFunction<Map<String, Object>, String, Optional<T>> read) {
        var objects = this.<Map<String, Object>>listed(field);
        var result = new ArrayList<T>();
        for (var index = 0; index < objects.size(); index++) {
            read.apply(objects.get(index), field + "." + index).ifPresent(result::add);
        }
        return result;
    }

    /** The domain's own refusal, for the person. */
    private <T> Optional<T> attempt(String path, Supplier<T> make) {
        try {
            return Optional.of(make.get());
        } catch (IllegalArgumentException refused) {
            refuse(path, Objects.requireNonNull(refused.getMessage()));
            return Optional.empty();
        }
    }

    private void refuse(String field, String message) {
        errors.add(new UserError(field, message, UserErrorCode.INVALID));
    }

    private static Object given(Map<String, Object> values, String field) {
        return Objects.requireNonNull(values.get(field), field);
    }
}
