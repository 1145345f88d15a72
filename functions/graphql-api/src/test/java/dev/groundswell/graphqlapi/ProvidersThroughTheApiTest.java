package dev.groundswell.graphqlapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProvidersThroughTheApiTest {

    private static final String PROVIDERS = "{ providers { id channel kind weight weightPercent partsPerSecond"
            + " pricePerThousand { amount currency } serves familyLimits { family mailsPerSecond } revision } }";

    private final Api api = new Api();

    private Reply save(String fields) {
        return save(fields, "owner");
    }

    private Reply save(String fields, String role) {
        var mutation = "mutation { saveProvider(input: {" + fields
                + "}) { provider { id revision } userErrors { field message code } } }";
        return api.answer(AnEvent.aPost(mutation, Map.of()).as("demo", role));
    }

    private static String sns(String more) {
        return "id: \"sns\", channel: SMS, kind: SNS, pricePerThousand: \"45.00\", partsPerSecond: 20" + more;
    }

    @Nested
    class A_provider {

        @Test
        void is_listed_as_it_was_saved() {
            assertThat(save(sns(", serves: [\"China Mobile\"]")).data("saveProvider.provider"))
                    .isEqualTo(Map.of("id", "sns", "revision", 1));

            assertThat(api.ask(PROVIDERS).data("providers.0"))
                    .isEqualTo(Map.of(
                            "id",
                            "sns",
                            "channel",
                            "SMS",
                            "kind",
                            "SNS",
                            "weight",
                            100,
                            "weightPercent",
                            100,
                            "partsPerSecond",
                            20,
                            "pricePerThousand",
                            Map.of("amount", "45.00", "currency", "CNY"),
                            "serves",
                            List.of("China Mobile"),
                            "familyLimits",
                            List.of(),
                            "revision",
                            1));
        }

        @Test
        void is_changed_at_the_revision_that_was_looked_at() {
            save(sns(""));

            assertThat(save(sns(", active: false, revision: 1")).data("saveProvider.provider.revision"))
                    .isEqualTo(2);
            assertThat(save(sns(", revision: 1")).data("saveProvider.userErrors.0.code"))
                    .isEqualTo("WRONG_STATE");
            assertThat(save(sns(", revision: 1")).data("saveProvider.provider.revision"))
                    .isEqualTo(2);
        }

        @ParameterizedTest
        @CsvSource({
            "'weight: 101', weight",
            "'keptForReminders: 91', keptForReminders",
            "'endpoint: \"https://a.example\"', endpoint",
            "'familyLimits: [{family: QQ, mailsPerSecond: 5}]', familyLimits",
            "'revision: 7', id"
        })
        void that_makes_no_sense_is_told(String more, String field) {
            assertThat(save(sns(", " + more)).data("saveProvider.userErrors.0.field"))
                    .isEqualTo(field);
            assertThat(api.ask(PROVIDERS).data("providers")).isEqualTo(List.of());
        }

        @Test
        void costs_no_finer_than_the_currency() {
            var reply = save("id: \"sns\", channel: SMS, kind: SNS, pricePerThousand: \"45.001\", partsPerSecond: 20");

            assertThat(reply.data("saveProvider.userErrors.0.field")).isEqualTo("pricePerThousand");
        }

        @ParameterizedTest
        @ValueSource(strings = {"operator", "viewer"})
        void is_for_owners_to_save(String role) {
            assertThat(save(sns(""), role).code()).isEqualTo("FORBIDDEN");
        }
    }

    @Nested
    class Moved_weight {

        @Test
        void is_shown_with_its_reason() {
            ProviderDesk.hasOne(api, Api.DEMO.id(), "failing");

            assertThat(api.ask("{ providers { id weightPercent } }").data("providers"))
                    .isEqualTo(List.of(
                            Map.of("id", "failing", "weightPercent", 50), Map.of("id", "mail", "weightPercent", 100)));
            assertThat(api.ask("{ routingChanges(channel: SMS) { provider from to reason detail } }")
                            .data("routingChanges"))
                    .isEqualTo(List.of(Map.of(
                            "provider",
                            "failing",
                            "from",
                            100,
                            "to",
                            50,
                            "reason",
                            "ERRORS",
                            "detail",
                            "failing made 62 errors")));
            assertThat(api.ask("{ routingChanges(channel: EMAIL) { provider } }")
                            .data("routingChanges"))
                    .isEqualTo(List.of());
        }
    }
}
