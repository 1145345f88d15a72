package dev.groundswell.graphqlapi;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.order.RejectedChange;
import dev.groundswell.core.order.Rejection;
import dev.groundswell.core.order.RejectionCode;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContactsTest {

    private final Api api = new Api();

    private Reply ask(String query, String... roles) {
        return api.answer(AnEvent.aPost(query).as("demo", roles));
    }

    @BeforeEach
    void aCustomer() {
        api.has(
                Api.DEMO,
                anOrder("T1").by("B1").of("Ann", "137 2749 4530", "Ann@QQ.com").to("CN", "Zhejiang"));
        api.rejected(
                Api.DEMO,
                new RejectedChange(
                        "r1",
                        Instant.EPOCH,
                        new Rejection(RejectionCode.MISSING, "", "It is empty."),
                        "{\"phone\": \"13727494530\"}"));
    }

    @Nested
    class Owners_and_operators {

        @ParameterizedTest
        @ValueSource(strings = {"owner", "operator"})
        void see_phones_and_addresses(String role) {
            assertThat(ask("{ customer(id: \"B1\") { name phone email } }", role, "viewer")
                            .data("customer"))
                    .isEqualTo(Map.of("name", "Ann", "phone", "+8613727494530", "email", "Ann@qq.com"));
            assertThat(ask("{ order(id: \"T1\") { contact { name phone email } } }", role)
                            .data("order.contact"))
                    .isEqualTo(Map.of("name", "Ann", "phone", "137 2749 4530", "email", "Ann@QQ.com"));
            assertThat(ask("{ rejectedChanges { nodes { original } } }", role).data("rejectedChanges.nodes.0.original"))
                    .isEqualTo("{\"phone\": \"13727494530\"}");
        }
    }

    @Nested
    class Viewers {

        @Test
        void see_them_masked() {
            assertThat(ask("{ customer(id: \"B1\") { name phone email } }", "viewer")
                            .data("customer"))
                    .isEqualTo(Map.of("name", "Ann", "phone", "+8613*******30", "email", "A***@qq.com"));
        }

        @Test
        void do_not_see_the_originals_of_rejected_changes() {
            var reply = ask("{ rejectedChanges { nodes { id field original } } }", "viewer");

            assertThat(reply.at("errors")).isNull();
            assertThat(reply.data("rejectedChanges.nodes.0.id")).isEqualTo("r1");
            assertThat(reply.data("rejectedChanges.nodes.0.original")).isNull();
            assertThat(reply.data("rejectedChanges.nodes.0.field")).isNull();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "+8613727494530 | +8613*******30",
                    "137 2749 4530 | ***********30",
                    "138****1234 | *********34",
                    "12345 | *****",
                    "ann@qq.com | ********om",
                })
        void see_of_a_phone_as_it_was_written_the_end_at_most(String written, String shown) {
            api.has(Api.DEMO, anOrder("T2").of("Ann", written, null));

            assertThat(ask("{ order(id: \"T2\") { contact { phone } } }", "viewer")
                            .data("order.contact.phone"))
                    .isEqualTo(shown);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {"Ann@QQ.com | A***@qq.com", "ann at qq | ***", "a**@qq.com | ***", "13727494530 | ***"})
        void see_of_an_address_that_cannot_be_read_nothing(String written, String shown) {
            api.has(Api.DEMO, anOrder("T2").of("Ann", null, written));

            assertThat(ask("{ order(id: \"T2\") { contact { email } } }", "viewer")
                            .data("order.contact.email"))
                    .isEqualTo(shown);
        }
    }
}
