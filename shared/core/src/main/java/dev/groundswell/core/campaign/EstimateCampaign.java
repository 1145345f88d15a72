package dev.groundswell.core.campaign;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.contact.MailboxFamily;
import dev.groundswell.core.message.Content;
import dev.groundswell.core.message.provider.Provider;
import dev.groundswell.core.message.provider.Providers;
import dev.groundswell.core.message.text.AudienceFigures;
import dev.groundswell.core.message.text.AudienceFigures.Recipient;
import dev.groundswell.core.message.text.MessageSettingsStore;
import dev.groundswell.core.message.text.MessageTemplate;
import dev.groundswell.core.message.text.Rendering;
import dev.groundswell.core.message.text.TemplateReading;
import dev.groundswell.core.message.text.Variables;
import dev.groundswell.core.segment.DescribeAudience;
import dev.groundswell.core.segment.PreviewResult;
import dev.groundswell.core.segment.SegmentQueries;
import dev.groundswell.core.segment.rule.RuleError;
import dev.groundswell.core.segment.rule.RuleReading;
import dev.groundswell.core.segment.rule.RuleText;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Says before a campaign is scheduled how many people it reaches, what it costs, and when it would be done. */
public final class EstimateCampaign {

    private static final double ALL = 100;

    /** As long as links are; which ones does not matter to the length. */
    private static final String A_LINK = "/l/0123456789";

    private final SegmentQueries queries;
    private final DescribeAudience audiences;
    private final Providers providers;
    private final MessageSettingsStore settings;
    private final String linkOrigin;
    private final InstantSource time;

    /** @param linkOrigin of short links, for stores without a domain of their own */
    public EstimateCampaign(
            SegmentQueries queries,
            DescribeAudience audiences,
            Providers providers,
            MessageSettingsStore settings,
            String linkOrigin,
            InstantSource time) {
        this.queries = queries;
        this.audiences = audiences;
        this.providers = providers;
        this.settings = settings;
        this.linkOrigin = linkOrigin;
        this.time = time;
    }

    /**
     * What is to be expected.
     *
     * @param audience     who meet the rule now
     * @param recipients   who would be sent it: reached by the channel, and not held out
     * @param destinations how many of the audience each carrier or mailbox family has, the most first
     * @param parts        of all messages, reckoned from those of a sample
     * @param amount       what they cost at most, in minor units
     * @param finishesAt   at the providers' pace, less what is kept for reminders; empty where no provider is active
     */
    public record Estimate(
            long audience,
            long recipients,
            List<Destination> destinations,
            long parts,
            long amount,
            Optional<Instant> finishesAt) {

        public Estimate {
            destinations = List.copyOf(destinations);
        }
    }

    /** @param name {@code China Mobile}, or {@code QQ} */
    public record Destination(String name, long people) {}

    /** What came of it. */
    public sealed interface Result {
        record Estimated(Estimate estimate) implements Result {}

        /** @param errors of the rule, as things are now */
        record Refused(List<RuleError> errors) implements Result {

            public Refused {
                errors = List.copyOf(errors);
            }
        }
    }

    /** What it costs at most, in minor units, as things are now; 0 where its rule means nothing now, so that it cannot be sent. */
    public long cost(Store store, Campaign campaign) {
        var wanted = campaign.settings();
        return audiences.describe(store, rule(wanted.rule()), wanted.channel(), Set.of())
                        instanceof DescribeAudience.Result.Described(var figures)
                ? size(store, wanted, figures).amount()
                : 0;
    }

    public Result estimate(Store store, Campaign campaign) {
        var wanted = campaign.settings();
        return switch (audiences.describe(store, rule(wanted.rule()), wanted.channel(), Set.of())) {
            case DescribeAudience.Result.Refused(var errors) -> new Result.Refused(errors);
            case DescribeAudience.Result.Described(var figures) ->
                new Result.Estimated(estimate(store, wanted, figures));
        };
    }

    private MessageTemplate template(Store store, CampaignSettings wanted) {
        var frame = settings.find(store.id()).frame();
        return switch (MessageTemplate.read(wanted.wording(), wanted.kind(), frame)) {
            case TemplateReading.Read(var template) -> template;
            case TemplateReading.Refused(var errors) ->
                throw new IllegalStateException(
                        "A saved wording cannot be read: " + errors.getFirst().message());
        };
    }

    private Estimate estimate(Store store, CampaignSettings wanted, AudienceFigures figures) {
        var size = size(store, wanted, figures);
        return new Estimate(
                figures.members(),
                size.recipients(),
                destinations(store, wanted),
                size.parts(),
                size.amount(),
                finishesAt(store, wanted, size.active(), size.parts()));
    }

    /** @param active the providers that may take them */
    private record Size(long recipients, long parts, List<Provider> active) {

        long amount() {
            return PriceList.of(active).atMost(parts);
        }
    }

    private Size size(Store store, CampaignSettings wanted, AudienceFigures figures) {
        var reached = count(store, wanted.rule(), reachable(wanted.channel()));
        var recipients = Math.round(reached * (ALL - wanted.holdOutPercent()) / ALL);
        var parts = (long) Math.ceil(recipients * meanParts(template(store, wanted), figures.sample()));
        var active = providers.all(store.id()).stream()
                .filter(Provider::active)
                .filter(provider -> provider.channel() == wanted.channel())
                .toList();
        return new Size(recipients, parts, active);
    }

    private static String reachable(Channel channel) {
        return switch (channel) {
            case SMS -> "sms_reachable = true";
            case EMAIL -> "email_reachable = true";
        };
    }

    private List<Destination> destinations(Store store, CampaignSettings wanted) {
        var all = new ArrayList<Destination>();
        names(wanted.channel()).forEach(name -> {
            var field = wanted.channel() == Channel.SMS ? "phone_carrier" : "mailbox_family";
            var people = count(store, wanted.rule(), field + " = '" + name + "'");
            if (people > 0) {
                all.add(new Destination(name, people));
            }
        });
        all.sort(Comparator.comparingLong(Destination::people).reversed());
        return all;
    }

    private static Stream<String> names(Channel channel) {
        return switch (channel) {
            case SMS -> ScheduleCampaign.TESTED_CARRIERS.stream().sorted();
            case EMAIL -> Arrays.stream(MailboxFamily.values()).map(MailboxFamily::name);
        };
    }

    private long count(Store store, String rule, String also) {
        var both = rule.isEmpty() ? also : "(" + rule + ") AND " + also;
        return queries.preview(store.id(), rule(both)) instanceof PreviewResult.Previewed(var preview)
                ? preview.count()
                : 0;
    }

    private static SegmentRule rule(String text) {
        return switch (RuleText.read(text)) {
            case RuleReading.Read(var rule) -> rule;
            case RuleReading.Refused(var errors) ->
                throw new IllegalStateException(
                        "A saved rule cannot be read: " + errors.getFirst().message());
        };
    }

    private double meanParts(MessageTemplate template, List<Recipient> sample) {
        return sample.stream()
                .flatMap(recipient -> rendered(template, recipient))
                .mapToInt(Content::parts)
                .average()
                .orElse(1);
    }

    private Stream<Content> rendered(MessageTemplate template, Recipient recipient) {
        var link = linkOrigin + A_LINK;
        var variables = recipient.variables().with(Variables.LINK, link).with(Variables.UNSUBSCRIBE_LINK, link);
        return template.render(recipient.address(), variables) instanceof Rendering.Rendered(var content)
                ? Stream.of(content)
                : Stream.empty();
    }

    private Optional<Instant> finishesAt(Store store, CampaignSettings wanted, List<Provider> active, long parts) {
        var perSecond = active.stream()
                .mapToDouble(provider -> provider.limits().partsPerSecond()
                        * (ALL - provider.limits().keptForReminders())
                        / ALL)
                .sum();
        if (perSecond == 0) {
            return Optional.empty();
        }
        var launch = wanted.timing().launchAt(store.zone(), time.instant());
        return Optional.of(launch.plus(Duration.ofSeconds((long) Math.ceil(parts / perSecond))));
    }
}
