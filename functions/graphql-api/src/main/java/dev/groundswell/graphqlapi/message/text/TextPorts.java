package dev.groundswell.graphqlapi.message.text;

import dev.groundswell.core.customer.CustomerProfiles;
import dev.groundswell.core.link.TakeLinkHost;
import dev.groundswell.core.message.text.KnownVariable;
import dev.groundswell.core.message.text.MessageSettingsStore;
import dev.groundswell.core.segment.DescribeAudience;
import dev.groundswell.core.segment.SegmentQueries;
import dev.groundswell.core.segment.freeze.MemberVariables;
import dev.groundswell.core.store.Store;
import dev.groundswell.graphqlapi.execution.Background;
import dev.groundswell.graphqlapi.mutation.PayloadResolver;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What the API's part in messages' texts and settings stands on. */
public record TextPorts(
        MessageSettingsStore settings, SegmentQueries queries, CustomerProfiles customers, TakeLinkHost linkHosts) {

    /** The root field {@code messageVariables}. */
    public static final List<KnownVariable> VARIABLES = MemberVariables.IN_MESSAGES;

    /** The root field {@code messageSettings}. */
    public CompletableFuture<?> find(Store store, Background background) {
        return background.call(() -> settings.find(store.id()));
    }

    public SettingsMutations settingsMutations() {
        return new SettingsMutations(settings, linkHosts);
    }

    public CheckMutations checkMutations() {
        return new CheckMutations(settings, new DescribeAudience(queries, customers), VARIABLES);
    }

    /** Of all types of the topic. */
    public List<ObjectResolver<?>> resolvers() {
        return List.of(
                new SettingsResolver(),
                new SensitiveWordResolver(),
                new SendingHoursResolver(),
                new PeakWindowResolver(),
                new VariableResolver(),
                new UsedVariableResolver(),
                new MessageCheckResolver(),
                new ProblemResolver(),
                new SmsLengthsResolver(),
                new SmsLengthResolver(),
                new PreviewResolver(),
                new PayloadResolver("CheckMessagePayload", "check"),
                new PayloadResolver("SaveMessageSettingsPayload", "settings"));
    }
}
