package dev.groundswell.core.message.provider;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.contact.MailboxFamily;
import dev.groundswell.core.message.provider.Provider.Sender;
import dev.groundswell.core.store.StoreId;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Sets a provider up, or changes it. */
public final class SaveProvider {

    /** Longer names no provider has; ARNs of End User Messaging are the longest. */
    private static final int MAX_TEXT = 320;

    private static final int MAX_SERVED = 50;
    private static final int MAX_SERVED_NAME = 60;

    /** Names only: an address in digits, or one without a dot, is of a machine in some network of our own. */
    private static final Pattern PUBLIC_HOST = Pattern.compile("([a-z0-9-]+\\.)+[a-z][a-z0-9-]*");

    private static final Set<String> PRIVATE_ENDINGS = Set.of(".local", ".internal", ".localhost");

    private final Providers providers;
    private final boolean hasSimulator;

    /** @param hasSimulator whether providers of kind {@link ProviderKind#SIMULATOR} can be set up */
    public SaveProvider(Providers providers, boolean hasSimulator) {
        this.providers = providers;
        this.hasSimulator = hasSimulator;
    }

    /**
     * What is to be kept.
     *
     * @param revision of the one that was looked at; 0 for a new one
     */
    public record Draft(
            String id,
            Channel channel,
            ProviderKind kind,
            boolean active,
            int weight,
            Set<String> serves,
            long pricePerThousand,
            int partsPerSecond,
            Map<MailboxFamily, Integer> byFamily,
            int keptForReminders,
            Sender sender,
            long revision) {

        private Provider provider() {
            return new Provider(
                    new ProviderId(id),
                    channel,
                    kind,
                    active,
                    weight,
                    serves,
                    pricePerThousand,
                    new PaceLimits(partsPerSecond, byFamily, keptForReminders),
                    sender,
                    revision + 1);
        }
    }

    /** What is wrong with a draft. */
    public enum Part {
        ID,
        CHANNEL,
        KIND,
        WEIGHT,
        SERVES,
        PRICE,
        PACE,
        FAMILIES,
        KEPT_FOR_REMINDERS,
        IDENTITY,
        CONFIGURATION_SET,
        ENDPOINT
    }

    /** @param message a sentence that says what would be right */
    public record Mistake(Part part, String message) {}

    /** How it ended. */
    public sealed interface Result {
        record Saved(Provider provider) implements Result {}

        /** Somebody else has saved it meanwhile; or it is there already, where a new one was meant. */
        record Changed(Provider asItIs) implements Result {}

        /** There is none of this id to change. */
        record Unknown() implements Result {}

        /** A store has as many as it may have. */
        record TooMany() implements Result {}

        record Refused(List<Mistake> mistakes) implements Result {}
    }

    public Result save(StoreId store, Draft draft) {
        var mistakes = new Check(draft).mistakes();
        if (!mistakes.isEmpty()) {
            return new Result.Refused(mistakes);
        }
        var all = providers.all(store);
        var known = all.stream()
                .filter(each -> each.id().value().equals(draft.id()))
                .findFirst();
        if (known.isEmpty() && draft.revision() > 0) {
            return new Result.Unknown();
        }
        if (known.isEmpty() && all.size() >= Provider.MAX_PER_STORE) {
            return new Result.TooMany();
        }
        if (known.isPresent() && known.get().channel() != draft.channel()) {
            return new Result.Refused(List.of(new Mistake(Part.CHANNEL, "A provider's channel stays as it was.")));
        }
        return saved(store, draft.provider());
    }

    private Result saved(StoreId store, Provider provider) {
        if (providers.save(store, provider)) {
            return new Result.Saved(provider);
        }
        return providers
                .find(store, provider.id())
                .<Result>map(Result.Changed::new)
                .orElseGet(Result.Unknown::new);
    }

    private final class Check {

        private final Draft draft;
        private final List<Mistake> mistakes = new ArrayList<>();

        Check(Draft draft) {
            this.draft = draft;
        }

        List<Mistake> mistakes() {
            require(ProviderId.isValid(draft.id()), Part.ID, "1 to 40 lower-case letters, digits and hyphens.");
            require(
                    draft.kind().serves(draft.channel()),
                    Part.KIND,
                    draft.kind() + " sends no " + draft.channel() + ".");
            require(draft.kind() != ProviderKind.SIMULATOR || hasSimulator, Part.KIND, "This stack has no simulator.");
            require(isWithin(draft.weight(), Provider.MAX_WEIGHT), Part.WEIGHT, "0 to " + Provider.MAX_WEIGHT + ".");
            require(
                    isWithin(draft.pricePerThousand(), Provider.MAX_PRICE_PER_THOUSAND),
                    Part.PRICE,
                    "Nothing or more, for 1,000 parts or mails, and no more than any provider asks.");
            pace();
            sender();
            require(isServed(), Part.SERVES, "At most " + MAX_SERVED + " names of " + served() + ".");
            return mistakes;
        }

        private void require(boolean isRight, Part part, String rule) {
            if (!isRight) {
                mistakes.add(new Mistake(part, rule));
            }
        }

        private void pace() {
            var rule = "1 to " + PaceLimits.FASTEST + " a second.";
            require(PaceLimits.isPace(draft.partsPerSecond()), Part.PACE, rule);
            require(
                    draft.byFamily().isEmpty() || draft.channel() == Channel.EMAIL,
                    Part.FAMILIES,
                    "Only mailboxes are of families.");
            require(draft.byFamily().values().stream().allMatch(PaceLimits::isPace), Part.FAMILIES, rule);
            require(
                    isWithin(draft.keptForReminders(), PaceLimits.MOST_KEPT),
                    Part.KEPT_FOR_REMINDERS,
                    "0 to " + PaceLimits.MOST_KEPT + " percent.");
        }

        private void sender() {
            var sender = draft.sender();
            require(isText(sender.identity()), Part.IDENTITY, "At most " + MAX_TEXT + " characters, none of control.");
            require(
                    draft.kind() != ProviderKind.SES || !sender.identity().isBlank(),
                    Part.IDENTITY,
                    "SES needs the mailbox that mails come from: Shop <news@shop.example>.");
            require(
                    isText(sender.configurationSet()),
                    Part.CONFIGURATION_SET,
                    "At most " + MAX_TEXT + " characters, none of control.");
            require(
                    draft.kind() == ProviderKind.HTTP
                            ? isPublicAddress(sender.endpoint())
                            : sender.endpoint().isEmpty(),
                    Part.ENDPOINT,
                    "An https address with a public name, for a provider of kind HTTP and no other.");
        }

        private boolean isServed() {
            Predicate<String> isKnown = switch (draft.channel()) {
                case SMS -> name -> !name.isBlank() && name.length() <= MAX_SERVED_NAME;
                case EMAIL -> name -> families().contains(name);
            };
            return draft.serves().size() <= MAX_SERVED
                    && draft.serves().stream().allMatch(isKnown);
        }

        private String served() {
            return switch (draft.channel()) {
                case SMS -> "carriers, such as China Mobile";
                case EMAIL -> "families: " + String.join(", ", families());
            };
        }
    }

    private static List<String> families() {
        return Arrays.stream(MailboxFamily.values()).map(MailboxFamily::name).toList();
    }

    private static boolean isWithin(long value, long most) {
        return value >= 0 && value <= most;
    }

    private static boolean isText(String text) {
        return text.length() <= MAX_TEXT && text.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isPublicAddress(String endpoint) {
        try {
            var address = new URI(endpoint);
            return isText(endpoint)
                    && "https".equals(address.getScheme())
                    && address.getUserInfo() == null
                    && address.getHost() != null
                    && isPublicHost(address.getHost());
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    private static boolean isPublicHost(String host) {
        return PUBLIC_HOST.matcher(host).matches() && PRIVATE_ENDINGS.stream().noneMatch(host::endsWith);
    }
}
