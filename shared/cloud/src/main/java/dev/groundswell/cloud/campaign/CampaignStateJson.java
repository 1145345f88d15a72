package dev.groundswell.cloud.campaign;

import dev.groundswell.cloud.json.JsonValues;
import dev.groundswell.core.campaign.CampaignState;
import dev.groundswell.core.campaign.CampaignState.Active;
import dev.groundswell.core.campaign.CampaignState.Cancelled;
import dev.groundswell.core.campaign.CampaignState.Closed;
import dev.groundswell.core.campaign.CampaignState.Completed;
import dev.groundswell.core.campaign.CampaignState.Draft;
import dev.groundswell.core.campaign.CampaignState.Failed;
import dev.groundswell.core.campaign.CampaignState.Freezing;
import dev.groundswell.core.campaign.CampaignState.Lapsing;
import dev.groundswell.core.campaign.CampaignState.Paused;
import dev.groundswell.core.campaign.CampaignState.Planning;
import dev.groundswell.core.campaign.CampaignState.Reserving;
import dev.groundswell.core.campaign.CampaignState.Scheduled;
import dev.groundswell.core.campaign.CampaignState.Sendable;
import dev.groundswell.core.campaign.CampaignState.Sending;
import dev.groundswell.core.campaign.PriceList;
import dev.groundswell.core.campaign.Run;
import dev.groundswell.core.message.text.SmsFrame;
import dev.groundswell.core.segment.freeze.AudienceId;
import java.util.HashMap;
import java.util.Optional;

/** A campaign's state as JSON: {@code {"is":"SENDING","run":{…}}}. */
final class CampaignStateJson {

    private static final String IS = "is";
    private static final String RUN = "run";
    private static final String AT = "at";

    private CampaignStateJson() {}

    // ---- written

    static JsonValues write(CampaignState state) {
        var json = JsonValues.fresh();
        switch (state) {
            case Draft() -> json.put(IS, "DRAFT");
            case Scheduled(var from, var until) ->
                json.put(IS, "SCHEDULED").put("from", from.toString()).put("until", until.toString());
            case Freezing(var launchedAt, var audience) ->
                json.put(IS, "FREEZING")
                        .put(AT, launchedAt.toString())
                        .put("audience", audience.map(AudienceId::value).orElse(null));
            case Planning(var run, var wokenAt) ->
                json.put(IS, "PLANNING").put(RUN, run(run)).put(AT, wokenAt.toString());
            case Reserving(var run) -> json.put(IS, "RESERVING").put(RUN, run(run));
            case Sending(var run) -> json.put(IS, "SENDING").put(RUN, run(run));
            case Lapsing(var run) -> json.put(IS, "LAPSING").put(RUN, run(run));
            case Paused(var before, var at) ->
                json.put(IS, "PAUSED").put("before", write(before)).put(AT, at.toString());
            case Completed(var run, var at) ->
                json.put(IS, "COMPLETED").put(RUN, run(run)).put(AT, at.toString());
            case Cancelled cancelled ->
                json.put(IS, "CANCELLED")
                        .put(RUN, cancelled.run().map(CampaignStateJson::run).orElse(null))
                        .put("sent", cancelled.isSent())
                        .put(AT, cancelled.at().toString())
                        .put("over", cancelled.isOver());
            case Closed(var ended) -> json.put(IS, "CLOSED").put("ended", write(ended));
            case Failed failed ->
                json.put(IS, "FAILED")
                        .put("reason", failed.reason())
                        .put(RUN, failed.run().map(CampaignStateJson::run).orElse(null))
                        .put(AT, failed.at().toString());
        }
        return json;
    }

    private static JsonValues run(Run run) {
        return JsonValues.fresh()
                .put("launchedAt", run.launchedAt().toString())
                .put("audience", run.audience().value())
                .put("members", run.members())
                .put("signature", run.frame().signature())
                .put("wayOut", run.frame().wayOut())
                .put("origin", run.origin())
                .put("prices", run.prices().perThousand())
                .put("parts", run.cost().parts())
                .put("cost", run.cost().amount());
    }

    // ---- read

    static CampaignState read(JsonValues json) {
        return switch (json.text(IS)) {
            case "DRAFT" -> new Draft();
            case "COMPLETED" -> new Completed(readRun(json), json.instant(AT));
            case "LAPSING" -> new Lapsing(readRun(json));
            case "CLOSED" -> new Closed((Sendable) read(json.object("ended")));
            case "PAUSED" -> new Paused(readActive(json.object("before")), json.instant(AT));
            case "CANCELLED" ->
                new Cancelled(
                        json.find(RUN).map(CampaignStateJson::runOf),
                        json.flag("sent"),
                        json.instant(AT),
                        json.flag("over"));
            case "FAILED" ->
                new Failed(json.text("reason"), json.find(RUN).map(CampaignStateJson::runOf), json.instant(AT));
            default -> readActive(json);
        };
    }

    private static Active readActive(JsonValues json) {
        return switch (json.text(IS)) {
            case "SCHEDULED" -> new Scheduled(json.instant("from"), json.instant("until"));
            case "FREEZING" ->
                new Freezing(
                        json.instant(AT),
                        Optional.ofNullable(json.textOrNull("audience")).map(AudienceId::new));
            case "PLANNING" -> new Planning(readRun(json), json.instant(AT));
            case "RESERVING" -> new Reserving(readRun(json));
            case "SENDING" -> new Sending(readRun(json));
            case String unknown ->
                throw new IllegalStateException("A campaign that is " + unknown + " was written by something else.");
        };
    }

    private static Run readRun(JsonValues json) {
        return runOf(json.object(RUN));
    }

    private static Run runOf(JsonValues run) {
        var prices = new HashMap<String, Long>();
        var stored = run.object("prices");
        stored.fields().keySet().forEach(provider -> prices.put(provider, stored.number(provider)));
        return new Run(
                run.instant("launchedAt"),
                new AudienceId(run.text("audience")),
                run.number("members"),
                new SmsFrame(run.textOrNull("signature"), run.text("wayOut")),
                run.text("origin"),
                new PriceList(prices),
                new Run.Cost(run.number("parts"), run.number("cost")));
    }
}
