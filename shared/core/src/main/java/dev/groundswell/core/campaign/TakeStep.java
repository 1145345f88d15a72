package dev.groundswell.core.campaign;

import dev.groundswell.core.campaign.SendChunk.Result;
import dev.groundswell.core.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Takes a step that a worker was woken for, and wakes another worker for what follows from it. */
public final class TakeStep {

    private final AdvanceCampaign advance;
    private final PlanRange plan;
    private final SendChunk send;
    private final SendTest test;
    private final ResendMessage resend;
    private final CampaignChunks chunks;
    private final CampaignSteps steps;

    public TakeStep(
            AdvanceCampaign advance,
            PlanRange plan,
            SendChunk send,
            SendTest test,
            ResendMessage resend,
            CampaignChunks chunks,
            CampaignSteps steps) {
        this.advance = advance;
        this.plan = plan;
        this.send = send;
        this.test = test;
        this.resend = resend;
        this.chunks = chunks;
        this.steps = steps;
    }

    /** @param timeLeft whether there is time for another chunk's planning, or round of slices */
    public void take(Store store, CampaignStep step, BooleanSupplier timeLeft) {
        switch (step) {
            case CampaignStep.Advance(var campaign) -> advance(store, step, campaign);
            case CampaignStep.Plan(var campaign, var range) -> {
                switch (plan.plan(store, campaign, range, timeLeft)) {
                    case PLANNED -> advance(store, new CampaignStep.Advance(campaign), campaign);
                    case OUT_OF_TIME -> wake(store, step, Duration.ZERO);
                    case OUT_OF_DATE -> {}
                }
            }
            case CampaignStep.Send(var campaign, var chunk) ->
                follow(store, campaign, chunk, send.send(store, campaign, chunk, timeLeft));
            case CampaignStep.Test asked -> {
                if (test.send(store, asked)) {
                    wake(store, step, CampaignLimits.TRIED_AGAIN_AFTER);
                }
            }
            case CampaignStep.Resend asked -> {
                if (resend.resend(store, asked)) {
                    wake(store, step, CampaignLimits.TRIED_AGAIN_AFTER);
                }
            }
        }
    }

    private void advance(Store store, CampaignStep step, CampaignId campaign) {
        advance.advance(store, campaign).ifPresent(later -> wake(store, step, later));
    }

    private void follow(Store store, CampaignId campaign, ChunkKey chunk, Result ended) {
        switch (ended) {
            case COMPLETE -> wakeNext(store, campaign, chunk);
            case LATER -> wake(store, new CampaignStep.Send(campaign, chunk), CampaignLimits.TRIED_AGAIN_AFTER);
            case OUT_OF_TIME -> wake(store, new CampaignStep.Send(campaign, chunk), Duration.ZERO);
            case NOTHING_TO_DO -> {}
        }
    }

    /** So many are under way at a time; the end of a campaign is noticed at once if it has few chunks. */
    private void wakeNext(Store store, CampaignId campaign, ChunkKey chunk) {
        var order = chunks.plans(store.id(), campaign).stream()
                .flatMap(plan ->
                        IntStream.range(0, plan.chunks()).mapToObj(number -> new ChunkKey(plan.range(), number)))
                .toList();
        advance.after(store, campaign, order, chunk)
                .ifPresent(next -> wake(store, new CampaignStep.Send(campaign, next), Duration.ZERO));
        if (order.size() <= CampaignLimits.FEW_CHUNKS && isComplete(store, campaign)) {
            advance(store, new CampaignStep.Advance(campaign), campaign);
        }
    }

    private boolean isComplete(Store store, CampaignId campaign) {
        return chunks.summaries(store.id(), campaign).stream()
                .allMatch(chunk -> chunk.counts().isComplete());
    }

    private void wake(Store store, CampaignStep step, Duration delay) {
        steps.wake(store.id(), List.of(step), delay);
    }
}
