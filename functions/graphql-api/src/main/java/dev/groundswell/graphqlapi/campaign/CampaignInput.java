package dev.groundswell.graphqlapi.campaign;

import dev.groundswell.core.campaign.BoughtSince;
import dev.groundswell.core.campaign.CampaignLimits;
import dev.groundswell.core.campaign.CampaignSettings;
import dev.groundswell.core.campaign.Timing;
import dev.groundswell.core.message.MessageKind;
import dev.groundswell.core.message.text.SendingHours;
import dev.groundswell.core.message.text.Wording;
import dev.groundswell.core.segment.SegmentId;
import dev.groundswell.core.segment.rule.RuleText;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.store.Store;
import dev.groundswell.graphqlapi.mutation.Input;
import dev.groundswell.graphqlapi.mutation.UserError;
import dev.groundswell.graphqlapi.mutation.UserErrorCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The input of {@code saveCampaign}: what it says, or what is wrong with it. */
final class CampaignInput {

    private static final int MAX_RULE = 20_000;

    private final Store store;
    private final Input input;
    private final List<UserError> errors = new ArrayList<>();

    CampaignInput(Store store, Input input) {
        this.store = store;
        this.input = input;
    }

    /** Those that the settings themselves would throw at; what they mean is judged when they are saved. */
    List<UserError> errors() {
        checkOneOf("segmentId", "query");
        checkOneOf("sms", "email");
        check("name", isName(input.text("name")), "A name has 1 to " + CampaignLimits.MAX_NAME + " characters.");
        check("segmentId", input.find("segmentId").map(SegmentId::isValid).orElse(true), "There is no such segment.");
        check("query", input.find("query").map(String::length).orElse(0) <= MAX_RULE, "The rule is too long.");
        check("sms", wording().map(wording -> !wording.isTooLarge()).orElse(true), Wording.LIMITS);
        checkRange("holdOutPercent", 0, CampaignLimits.MAX_HOLD_OUT_PERCENT);
        checkRange("catchUpMinutes", 0, (int) CampaignLimits.MAX_CATCH_UP.toMinutes());
        checkRange("attributionDays", 1, (int) CampaignLimits.MAX_ATTRIBUTION.toDays());
        check("link", input.find("link").isEmpty() || link() != null, "A link is an address with https.");
        return errors;
    }

    private static boolean isName(String name) {
        return !name.isBlank() && name.length() <= CampaignLimits.MAX_NAME;
    }

    private void checkOneOf(String one, String other) {
        var given = (input.values().get(one) == null ? 0 : 1) + (input.values().get(other) == null ? 0 : 1);
        check(one, given == 1, "Give one of '" + one + "' and '" + other + "', and only one.");
    }

    private void checkRange(String field, int least, int most) {
        var number = number(field);
        check(field, number >= least && number <= most, "It lies between " + least + " and " + most + ".");
    }

    private void check(String field, boolean holds, String message) {
        if (!holds) {
            errors.add(new UserError(field, message, UserErrorCode.INVALID));
        }
    }

    /** Only without errors. */
    CampaignSettings settings() {
        return new CampaignSettings(
                input.text("name"),
                input.constant("kind", MessageKind.class),
                input.find("segmentId").orElse(null),
                rule(),
                wording().orElseThrow(),
                number("holdOutPercent"),
                new Timing(
                        local(input.time("at")),
                        Duration.ofMinutes(number("catchUpMinutes")),
                        local(input.time("validUntil"))),
                boughtSince(),
                input.find("outsideHours").map(SendingHours.Outside::valueOf).orElse(null),
                (Boolean) input.values().get("consentRequired"),
                link(),
                Duration.ofDays(number("attributionDays")));
    }

    private String rule() {
        return input.find("query").orElseGet(() -> RuleText.write(new SegmentRule.InSegment(input.text("segmentId"))));
    }

    private Optional<Wording> wording() {
        return input.object("sms")
                .<Wording>map(CampaignInput::sms)
                .or(() -> input.object("email").map(CampaignInput::mail));
    }

    private static Wording sms(Map<String, Object> fields) {
        return new Wording.Sms(new Input(fields).text("text"));
    }

    private static Wording mail(Map<String, Object> fields) {
        var mail = new Input(fields);
        return new Wording.Mail(mail.text("subject"), mail.text("html"), mail.text("text"));
    }

    private BoughtSince boughtSince() {
        if (Boolean.TRUE.equals(input.values().get("excludeBoughtSinceLaunch"))) {
            return new BoughtSince.Launch();
        }
        return input.time("excludeBoughtSince")
                .<BoughtSince>map(BoughtSince.Since::new)
                .orElseGet(BoughtSince.Never::new);
    }

    private @Nullable LocalDateTime local(Optional<Instant> time) {
        return time.map(instant -> LocalDateTime.ofInstant(instant, store.zone()))
                .orElse(null);
    }

    private @Nullable URI link() {
        try {
            return input.find("link").isEmpty() ? null : new URI(input.text("link"));
        } catch (URISyntaxException noAddress) {
            return null;
        }
    }

    /** A field with a default in the schema; a null that is written is the least there is. */
    private int number(String field) {
        return input.values().get(field) instanceof Integer number ? number : 0;
    }
}
