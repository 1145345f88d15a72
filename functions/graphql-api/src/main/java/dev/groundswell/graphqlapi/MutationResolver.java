package dev.groundswell.graphqlapi;

import dev.groundswell.graphqlapi.caller.Caller;
import dev.groundswell.graphqlapi.campaign.CampaignMutations;
import dev.groundswell.graphqlapi.customer.ConsentMutations;
import dev.groundswell.graphqlapi.execution.Background;
import dev.groundswell.graphqlapi.history.ImportMutations;
import dev.groundswell.graphqlapi.history.MappingMutations;
import dev.groundswell.graphqlapi.message.book.MessageMutations;
import dev.groundswell.graphqlapi.message.provider.ProviderMutations;
import dev.groundswell.graphqlapi.message.receipt.ErasureMutations;
import dev.groundswell.graphqlapi.message.receipt.StandingMutations;
import dev.groundswell.graphqlapi.message.text.CheckMutations;
import dev.groundswell.graphqlapi.message.text.SettingsMutations;
import dev.groundswell.graphqlapi.mutation.Input;
import dev.groundswell.graphqlapi.mutation.Payload;
import dev.groundswell.graphqlapi.reminder.RemindNowMutation;
import dev.groundswell.graphqlapi.reminder.ReminderTaskMutations;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import dev.groundswell.graphqlapi.segment.AudienceMutations;
import dev.groundswell.graphqlapi.segment.SegmentMutations;
import dev.groundswell.graphqlapi.wallet.WalletMutations;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

/** All that changes the store: for owners and operators. The store is the caller's, never an argument. */
final class MutationResolver extends ObjectResolver<Caller> {

    private final ImportMutations imports;
    private final MappingMutations mappings;
    private final ConsentMutations consents;
    private final SegmentMutations segments;
    private final AudienceMutations audiences;
    private final CampaignMutations campaigns;
    private final ReminderTaskMutations reminderTasks;
    private final RemindNowMutation remindNow;
    private final MessageMutations messages;
    private final CheckMutations checks;
    private final SettingsMutations settings;
    private final WalletMutations wallets;
    private final ProviderMutations providers;
    private final StandingMutations standings;
    private final ErasureMutations erasures;
    private final Background background;

    MutationResolver(
            ImportMutations imports,
            MappingMutations mappings,
            ConsentMutations consents,
            SegmentMutations segments,
            AudienceMutations audiences,
            CampaignMutations campaigns,
            ReminderTaskMutations reminderTasks,
            RemindNowMutation remindNow,
            MessageMutations messages,
            CheckMutations checks,
            SettingsMutations settings,
            WalletMutations wallets,
            ProviderMutations providers,
            StandingMutations standings,
            ErasureMutations erasures,
            Background background) {
        super("Mutation", Caller.class);
        this.consents = consents;
        this.segments = segments;
        this.audiences = audiences;
        this.campaigns = campaigns;
        this.reminderTasks = reminderTasks;
        this.remindNow = remindNow;
        this.messages = messages;
        this.checks = checks;
        this.settings = settings;
        this.wallets = wallets;
        this.providers = providers;
        this.imports = imports;
        this.mappings = mappings;
        this.standings = standings;
        this.erasures = erasures;
        this.background = background;
    }

    @Override
    protected Object resolve(String field, Caller caller, Supplier<DataFetchingEnvironment> query) {
        caller.requireOperator();
        var input = Input.of(query.get());
        return background.call(() -> change(field, caller, input));
    }

    private Payload change(String field, Caller caller, Input input) {
        return switch (field) {
            case "createUpload" -> imports.createUpload(caller.store().id(), input);
            case "previewImport" -> imports.previewImport(caller.store(), input);
            case "startImport" -> imports.startImport(caller, input);
            case "cancelImport" -> imports.cancelImport(caller.store().id(), input);
            case "saveColumnMapping" -> mappings.save(caller.store().id(), input);
            case "deleteColumnMapping" -> mappings.delete(caller.store().id(), input);
            case "recordConsent" -> consents.record(caller, input);
            case "saveSegment" -> segments.save(caller.store(), input);
            case "deleteSegment" -> segments.delete(caller.store().id(), input);
            case "freezeSegment" -> audiences.freeze(caller, input);
            case "exportAudience" -> audiences.export(caller.store().id(), input);
            case "saveCampaign" -> campaigns.save(caller, input);
            case "estimateCampaign" -> campaigns.estimate(caller.store(), input);
            case "testSendCampaign" -> campaigns.test(caller.store(), input);
            case "scheduleCampaign" -> campaigns.schedule(caller.store(), input);
            case "pauseCampaign" -> campaigns.pause(caller.store(), input);
            case "resumeCampaign" -> campaigns.resume(caller.store(), input);
            case "cancelCampaign" -> campaigns.cancel(caller.store(), input);
            case "saveReminderTask" -> reminderTasks.save(caller.store(), input);
            case "deleteReminderTask" -> reminderTasks.delete(caller.store(), input);
            case "previewReminderTask" -> reminderTasks.preview(caller.store(), input);
            case "remindNow" -> remindNow.remind(caller, input);
            case "resendMessage" -> messages.resend(caller.store().id(), input);
            case "checkMessage" -> checks.check(caller.store(), input);
            case "saveMessageSettings" -> settings.save(caller.store(), input);
            case "rechargeWallet" -> wallets.recharge(caller, input);
            case "saveProvider" -> providers.save(caller, input);
            case "optOut" -> standings.optOut(caller, input);
            case "blacklistAddress" -> standings.blacklist(caller, input);
            case "eraseCustomer" -> erasures.erase(caller, input);
            default -> throw withoutCase(field);
        };
    }
}
