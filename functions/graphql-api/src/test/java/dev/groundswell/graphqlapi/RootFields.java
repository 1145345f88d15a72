package dev.groundswell.graphqlapi;

import static java.util.Objects.requireNonNull;

import dev.groundswell.core.campaign.CampaignId;
import java.util.List;
import java.util.Map;

/** How each root field is asked in tests; a new root field needs a line here. */
final class RootFields {

    private static final Map<String, List<String>> ARGUMENTS = Map.ofEntries(
            Map.entry("store", List.of("")),
            Map.entry("order", List.of("(id: \"T1\")")),
            Map.entry("orders", List.of("(first: 10)")),
            Map.entry("rejectedChanges", List.of("(first: 10)")),
            Map.entry("customer", List.of("(id: \"B1\")")),
            Map.entry("warmUpMetrics", List.of("(from: \"2026-06-17\", to: \"2026-06-18\")")),
            Map.entry("historyCoverage", List.of("(from: \"2026-04-01\", to: \"2026-06-18\")")),
            Map.entry("import", List.of("(id: \"" + ImportDesk.DONE + "\")")),
            Map.entry("imports", List.of("(first: 10)")),
            Map.entry("columnMappings", List.of("")),
            Map.entry(
                    "salesMetrics",
                    List.of("(from: \"2026-06-17T00:00:00+08:00\", to: \"2026-06-19T00:00:00+08:00\", granularity:"
                            + " DAY)")),
            Map.entry(
                    "createUpload",
                    List.of("(input: {fileName: \"orders.csv\", bytes: 10})", "(input: {fileName: \"\", bytes: 10})")),
            Map.entry(
                    "previewImport",
                    List.of(
                            "(input: {uploadId: \"" + ImportDesk.UPLOAD
                                    + "\", format: MAPPED_CSV, columnMapping: \"ours\"})",
                            "(input: {uploadId: \"x\", format: SHOPIFY})")),
            Map.entry(
                    "startImport",
                    List.of(
                            "(input: {uploadId: \"" + ImportDesk.UPLOAD
                                    + "\", format: MAPPED_CSV, columnMapping: \"ours\"})",
                            "(input: {uploadId: \"x\", format: SHOPIFY})")),
            Map.entry("cancelImport", List.of("(input: {id: \"" + ImportDesk.DONE + "\"})")),
            Map.entry(
                    "saveColumnMapping",
                    List.of(
                            "(input: {name: \"theirs\", mapping: " + ImportDesk.MAPPING + "})",
                            "(input: {name: \"theirs\", mapping: {}})")),
            Map.entry("segments", List.of("(first: 2)")),
            Map.entry("segment", List.of("(id: \"mobile\")")),
            Map.entry("segmentPreview", List.of("(query: \"orders >= 1\")")),
            Map.entry("checkSegmentRule", List.of("(query: \"orders >= 1\")", "(query: \"order >= 1\")")),
            Map.entry("segmentFields", List.of("")),
            Map.entry("segmentCompletions", List.of("(query: \"\", position: 0)")),
            Map.entry(
                    "audience",
                    List.of(
                            "(id: \"" + SegmentDesk.READY + "\")",
                            "(id: \"" + SegmentDesk.FREEZING + "\")",
                            "(id: \"" + SegmentDesk.FAILED + "\")")),
            Map.entry("audiences", List.of("(first: 10)")),
            Map.entry(
                    "campaign",
                    List.of("(id: \"" + CampaignShelf.DONE + "\")", "(id: \"" + CampaignShelf.FAILED + "\")")),
            Map.entry("campaigns", List.of("(first: 10)", "(filter: {status: COMPLETED}, first: 1)")),
            Map.entry(
                    "saveCampaign",
                    List.of(
                            "(input: {name: \"Autumn\", kind: NOTICE, query: \"paid_orders >= 1\", sms: {text:"
                                    + " \"Hi\"}})",
                            "(input: {name: \"\", kind: NOTICE})")),
            Map.entry("estimateCampaign", campaignCalls(CampaignShelf.DRAFT)),
            Map.entry(
                    "testSendCampaign",
                    List.of(
                            "(input: {id: \"" + CampaignShelf.DRAFT + "\", addresses: [\"13812345678\"]})",
                            "(input: {id: \"" + CampaignShelf.DRAFT + "\", addresses: [\"nobody\"]})")),
            Map.entry("scheduleCampaign", campaignCalls(CampaignShelf.DRAFT)),
            Map.entry("pauseCampaign", campaignCalls(CampaignShelf.SCHEDULED)),
            Map.entry("resumeCampaign", campaignCalls(CampaignShelf.SCHEDULED)),
            Map.entry("cancelCampaign", campaignCalls(CampaignShelf.SCHEDULED)),
            Map.entry("reminderTasks", List.of("")),
            Map.entry("reminderRounds", List.of("(first: 10)")),
            Map.entry("explainOrder", List.of("(id: \"T1\")")),
            Map.entry(
                    "saveReminderTask",
                    List.of(
                            "(input: {task: {name: \"Soon\", kind: ORDINARY, channel: EMAIL}})",
                            "(input: {task: {name: \"\", kind: ORDINARY}})")),
            Map.entry(
                    "deleteReminderTask",
                    List.of("(input: {id: \"" + ReminderShelf.SPARE + "\"})", "(input: {id: \"x\"})")),
            Map.entry(
                    "previewReminderTask",
                    List.of(
                            "(input: {task: {name: \"Soon\", kind: ORDINARY, channel: EMAIL, texts: [{email: {subject:"
                                    + " \"Pay\", html: \"<p>Pay</p>\", text: \"Pay\"}}]}})",
                            "(input: {task: {name: \"Soon\", kind: PRESALE_BALANCE}})")),
            Map.entry(
                    "remindNow",
                    List.of(
                            "(input: {task: {name: \"Now\", kind: ORDINARY, channel: EMAIL}})",
                            "(input: {id: \"20260618T040000Z-0000abcd\", task: {name: \"Now\", kind: ORDINARY,"
                                    + " channel: EMAIL}})",
                            "(input: {task: {name: \"\", kind: ORDINARY}})")),
            Map.entry(
                    "saveSegment",
                    List.of(
                            "(input: {name: \"Loyal\", description: \"Buys.\", query: \"paid_orders >= 3\"})",
                            "(input: {name: \"Loyal\", query: \"paid_order >= 3\"})")),
            Map.entry("deleteSegment", List.of("(input: {id: \"loyal\"})", "(input: {id: \"mobile\"})")),
            Map.entry(
                    "freezeSegment",
                    List.of("(input: {query: \"paid_orders >= 3\"})", "(input: {query: \"paid_order >= 3\"})")),
            Map.entry(
                    "exportAudience",
                    List.of(
                            "(input: {audienceId: \"" + SegmentDesk.READY + "\", format: CSV})",
                            "(input: {audienceId: \"x\", format: CSV})")),
            Map.entry(
                    "messages",
                    List.of("(filter: {customerId: \"B1\"}, first: 10)", "(filter: {state: UNKNOWN}, first: 10)")),
            Map.entry(
                    "resendMessage",
                    List.of(
                            "(input: {id: \"" + MessageDesk.UNKNOWN + "\"})",
                            "(input: {id: \"" + MessageDesk.SENT + "\"})")),
            Map.entry("messageSettings", List.of("")),
            Map.entry("messageVariables", List.of("")),
            Map.entry("wallet", List.of("")),
            Map.entry("providers", List.of("")),
            Map.entry("routingChanges", List.of("(channel: SMS)")),
            Map.entry(
                    "saveProvider",
                    List.of(
                            "(input: {id: \"one\", channel: EMAIL, kind: SIMULATOR, pricePerThousand: \"0.70\","
                                    + " partsPerSecond: 14, familyLimits: [{family: QQ, mailsPerSecond: 5}]})",
                            "(input: {id: \"two\", channel: SMS, kind: SES, pricePerThousand: \"0.70\","
                                    + " partsPerSecond: 14})")),
            Map.entry(
                    "checkMessage",
                    List.of(
                            "(input: {kind: MARKETING, query: \"orders >= 1\", sms: {text: \"{{name}}"
                                    + " {{last_clicked_at}}\"}})",
                            "(input: {kind: NOTICE, segmentId: \"mobile\", email: {subject: \"Hi\", html:"
                                    + " \"<p>Hi</p>\", text: \"Hi\"}})",
                            "(input: {kind: NOTICE})")),
            Map.entry(
                    "saveMessageSettings",
                    List.of(
                            "(input: {signature: \"Demo\", messagesADay: 1, linkDomain: \"t.example.com\", words:"
                                + " [{text: \"x\", reason: \"y\"}], allowedWords: [\"z\"], consentRequired: [EMAIL],"
                                + " peaks: [{from: \"2026-06-18T00:00:00Z\", until: \"2026-06-18T01:00:00Z\"}]})",
                            "(input: {signature: \"x\"})")),
            Map.entry(
                    "rechargeWallet",
                    List.of("(input: {id: \"p2\", amount: \"10.00\"})", "(input: {id: \"\", amount: \"10.00\"})")),
            Map.entry(
                    "recordConsent",
                    List.of(
                            "(input: {customerId: \"B1\", channel: SMS, state: WITHDRAWN})",
                            "(input: {customerId: \"\", channel: SMS, state: WITHDRAWN})")),
            Map.entry("deliveryFigures", List.of("(from: \"2026-06-17\", to: \"2026-06-18\")")),
            Map.entry(
                    "optOut",
                    List.of(
                            "(input: {channel: SMS, address: \"+8613727494530\"})",
                            "(input: {channel: EMAIL, address: \"ann@\"})")),
            Map.entry(
                    "blacklistAddress",
                    List.of(
                            "(input: {channel: EMAIL, address: \"ann@qq.com\"})",
                            "(input: {channel: SMS, address: \"110\"})")),
            Map.entry("eraseCustomer", List.of("(input: {customerId: \"B1\"})", "(input: {customerId: \"\"})")),
            Map.entry("deleteColumnMapping", List.of("(input: {name: \"theirs\"})", "(input: {name: \"nobody's\"})")));

    private RootFields() {}

    private static List<String> campaignCalls(CampaignId id) {
        return List.of("(input: {id: \"" + id + "\"})", "(input: {id: \"x\"})");
    }

    /** The field with arguments that find something in a store that has order T1 of buyer B1. */
    static String call(String field) {
        return calls(field).getFirst();
    }

    /** The field with arguments that find something, then with others that are refused. */
    static List<String> calls(String field) {
        return requireNonNull(
                        ARGUMENTS.get(field),
                        () -> "The root field '" + field + "' is new: say in RootFields how to ask it.")
                .stream()
                .map(arguments -> field + arguments)
                .toList();
    }
}
