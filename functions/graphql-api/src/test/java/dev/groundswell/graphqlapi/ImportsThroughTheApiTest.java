package dev.groundswell.graphqlapi;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A file comes in by the API, from its upload to the report of what was wrong. */
final class ImportsThroughTheApiTest {

    private static final String CREATE = """
        mutation($input: CreateUploadInput!) {
          createUpload(input: $input) {
            upload { id validUntil parts { number url firstByte bytes } } userErrors { field message code }
          }
        }
        """;

    private static final String PREVIEW = """
        mutation($input: PreviewImportInput!) {
          previewImport(input: $input) {
            description columns rows { line outcome change field reason text } userErrors { field message code }
          }
        }
        """;

    private static final String START = """
        mutation($input: StartImportInput!) {
          startImport(input: $input) {
            import { id fileName status startedBy columnMapping } sameContentAs { id } userErrors { field message code }
          }
        }
        """;

    private static final String CANCEL = """
        mutation($input: CancelImportInput!) {
          cancelImport(input: $input) { import { id status } userErrors { field message code } }
        }
        """;

    private static final String SAVE = """
        mutation($input: SaveColumnMappingInput!) {
          saveColumnMapping(input: $input) { columnMapping { name savedAt mapping } userErrors { field message code } }
        }
        """;

    private static final String DELETE = """
        mutation($input: DeleteColumnMappingInput!) {
          deleteColumnMapping(input: $input) { deletedName userErrors { field message code } }
        }
        """;

    private static final Map<String, Object> MAPPING = Map.of(
            "buyers",
            "ONE_PER_ORDER",
            "columns",
            Map.of("orderId", "Order", "orderedAt", "Placed", "paidAt", "Paid", "payable", "Total"),
            "times",
            Map.of("formats", List.of("yyyy-MM-dd HH:mm:ss")));

    private static final String FILE = """
        Order,Placed,Paid,Total
        T1,2026-06-01 10:00:00,2026-06-01 10:01:00,71.94
        T2,yesterday,,20.00
        """;

    private final Api api = new Api();

    @Nested
    class A_file {

        @Test
        void gets_a_place_to_be_put_to() {
            var reply = api.ask(CREATE, input(Map.of("fileName", "orders.csv", "bytes", 5_000_000_000L)));

            assertThat(reply.data("createUpload.userErrors")).isEqualTo(List.of());
            assertThat(reply.data("createUpload.upload.parts.0.bytes")).isEqualTo(5_000_000_000L);
            assertThat((String) reply.data("createUpload.upload.parts.0.url"))
                    .startsWith("https://files.example/demo/");
        }

        @Test
        void of_no_size_is_refused() {
            var reply = api.ask(CREATE, input(Map.of("fileName", "orders.csv", "bytes", 0)));

            assertThat(reply.data("createUpload.upload")).isNull();
            assertThat(reply.data("createUpload.userErrors.0.field")).isEqualTo("bytes");
            assertThat(reply.data("createUpload.userErrors.0.code")).isEqualTo("INVALID");
        }

        @Test
        void shows_what_its_rows_would_become() {
            var reply = api.ask(
                    PREVIEW,
                    input(Map.of("uploadId", uploaded(FILE), "format", "MAPPED_CSV", "unsavedMapping", MAPPING)));

            assertThat(reply.data("previewImport.userErrors")).isEqualTo(List.of());
            assertThat(reply.data("previewImport.columns")).isEqualTo(List.of("Order", "Placed", "Paid", "Total"));
            assertThat(reply.data("previewImport.rows.0.outcome")).isEqualTo("ACCEPTED");
            assertThat(reply.data("previewImport.rows.0.change.payable")).isEqualTo("71.94");
            assertThat(reply.data("previewImport.rows.1.outcome")).isEqualTo("REJECTED");
            assertThat(reply.data("previewImport.rows.1.line")).isEqualTo(3);
            assertThat(reply.data("previewImport.rows.1.field")).isEqualTo("Placed");
            assertThat((String) reply.data("previewImport.rows.1.text")).startsWith("T2,yesterday");
        }

        @Test
        void is_previewed_with_all_mistakes_of_its_mapping() {
            var mapping = Map.of("columns", Map.of("orderId", "Order"), "tiems", Map.of());

            var reply = api.ask(
                    PREVIEW,
                    input(Map.of("uploadId", uploaded(FILE), "format", "MAPPED_CSV", "unsavedMapping", mapping)));

            assertThat(reply.data("previewImport.rows")).isNull();
            assertThat(reply.text()).contains("unsavedMapping.tiems", "unsavedMapping.columns.orderedAt");
        }

        @Test
        void that_is_not_there_yet_is_told_by_its_missing_parts() {
            var upload = prepared();

            var reply = api.ask(START, input(Map.of("uploadId", upload, "format", "ORDER_CHANGES")));

            assertThat(reply.data("startImport.import")).isNull();
            assertThat(reply.data("startImport.userErrors.0.code")).isEqualTo("INCOMPLETE");
            assertThat(reply.data("startImport.userErrors.0.field")).isEqualTo("uploadId");
        }

        @Test
        void of_another_store_does_not_exist() {
            var upload = uploaded(FILE);

            var reply = api.answer(AnEvent.aPost(
                            START, input(Map.of("uploadId", upload, "format", "MAPPED_CSV", "columnMapping", "ours")))
                    .as("other", "owner"));
            var missing = api.answer(AnEvent.aPost(START, input(Map.of("uploadId", upload, "format", "ORDER_CHANGES")))
                    .as("other", "owner"));

            assertThat(reply.data("startImport.userErrors.0.field")).isEqualTo("columnMapping");
            assertThat(missing.data("startImport.userErrors.0.code")).isEqualTo("NOT_FOUND");
        }
    }

    @Nested
    class An_import {

        @Test
        void waits_for_its_worker() {
            save("ours");

            var reply = start(uploaded(FILE));

            assertThat(reply.data("startImport.userErrors")).isEqualTo(List.of());
            assertThat(reply.data("startImport.import.status")).isEqualTo("QUEUED");
            assertThat(reply.data("startImport.import.columnMapping")).isEqualTo("ours");
            assertThat(reply.data("startImport.import.startedBy")).isEqualTo("ann");
            assertThat(api.importDesk.steps.all()).hasSize(1);
        }

        @Test
        void that_is_started_twice_is_one() {
            save("ours");
            var upload = uploaded(FILE);

            var first = start(upload).data("startImport.import.id");
            var second = start(upload).data("startImport.import.id");

            assertThat(second).isEqualTo(first);
            assertThat(api.ask("{ imports { nodes { id } } }").data("imports.nodes"))
                    .isEqualTo(List.of(Map.of("id", String.valueOf(first))));
        }

        @Test
        void of_a_file_that_came_before_names_the_earlier_one() {
            save("ours");
            var first = start(uploaded(FILE)).data("startImport.import.id");

            var again = start(uploaded(FILE));

            assertThat(again.data("startImport.sameContentAs.id")).isEqualTo(first);
            assertThat(again.data("startImport.import.id")).isNotEqualTo(first);
        }

        @Test
        void can_be_ended_once() {
            save("ours");
            var id = String.valueOf(start(uploaded(FILE)).data("startImport.import.id"));

            var ended = api.ask(CANCEL, input(Map.of("id", id)));
            var again = api.ask(CANCEL, input(Map.of("id", id)));

            assertThat(ended.data("cancelImport.import.status")).isEqualTo("CANCELLED");
            assertThat(again.data("cancelImport.userErrors")).isEqualTo(List.of());
        }

        @Test
        void of_another_store_is_neither_seen_nor_ended() {
            save("ours");
            var id = String.valueOf(start(uploaded(FILE)).data("startImport.import.id"));

            var seen = api.answer(AnEvent.aPost("{ import(id: \"" + id + "\") { id } imports { nodes { id } } }")
                    .as("other", "owner"));
            var ended =
                    api.answer(AnEvent.aPost(CANCEL, input(Map.of("id", id))).as("other", "owner"));

            assertThat(seen.data("import")).isNull();
            assertThat(seen.data("imports.nodes")).isEqualTo(List.of());
            assertThat(ended.data("cancelImport.userErrors.0.code")).isEqualTo("NOT_FOUND");
            assertThat(api.ask("{ import(id: \"" + id + "\") { status } }").data("import.status"))
                    .isEqualTo("QUEUED");
        }

        @Test
        void of_an_id_that_we_never_make_is_not_found() {
            var ended = api.ask(CANCEL, input(Map.of("id", "nonsense")));

            assertThat(ended.data("cancelImport.userErrors.0.code")).isEqualTo("NOT_FOUND");
            assertThat(api.ask("{ import(id: \"nonsense\") { id } }").data("import"))
                    .isNull();
        }
    }

    @Nested
    class A_mapping {

        @Test
        void is_kept_under_its_name_until_it_is_deleted() {
            assertThat(save("ours").data("saveColumnMapping.userErrors")).isEqualTo(List.of());
            assertThat(api.ask("{ columnMappings { name mapping } }").data("columnMappings.0.mapping.columns.payable"))
                    .isNotNull();

            assertThat(api.ask(DELETE, input(Map.of("name", "ours"))).data("deleteColumnMapping.deletedName"))
                    .isEqualTo("ours");
            assertThat(api.ask("{ columnMappings { name } }").data("columnMappings"))
                    .isEqualTo(List.of());
        }

        @Test
        void that_is_saved_can_be_saved_again_as_it_is_answered() {
            save("ours");
            var answered =
                    requireNonNull(api.ask("{ columnMappings { mapping } }").data("columnMappings.0.mapping"));

            var again = api.ask(SAVE, input(Map.of("name", "copy", "mapping", answered)));

            assertThat(again.data("saveColumnMapping.columnMapping.mapping")).isEqualTo(answered);
        }

        @Test
        void with_mistakes_is_not_saved() {
            var reply = api.ask(SAVE, input(Map.of("name", "ours", "mapping", Map.of("columns", Map.of()))));

            assertThat(reply.data("saveColumnMapping.columnMapping")).isNull();
            assertThat(reply.text()).contains("mapping.columns.orderId", "mapping.times.formats");
        }

        @Test
        void of_no_name_is_not_saved() {
            var reply = api.ask(SAVE, input(Map.of("name", " ", "mapping", MAPPING)));

            assertThat(reply.data("saveColumnMapping.userErrors.0.field")).isEqualTo("name");
        }
    }

    @Nested
    class Whoever_may_only_look {

        @Test
        void changes_nothing() {
            var reply = api.answer(AnEvent.aPost(CREATE, input(Map.of("fileName", "f", "bytes", 1)))
                    .as("demo", "viewer"));

            assertThat(reply.code()).isEqualTo("FORBIDDEN");
            assertThat((String) reply.at("errors.0.message")).contains("owner or operator");
            assertThat(reply.at("data")).isNull();
        }

        @Test
        void gets_no_report_since_it_holds_contacts() {
            api.importDesk.hasOneOfEachKind(Api.DEMO.id());
            var query = "{ import(id: \"" + ImportDesk.DONE + "\") { status reportUrl } }";

            var looking = api.answer(AnEvent.aPost(query).as("demo", "viewer"));

            assertThat(looking.data("import.status")).isEqualTo("COMPLETED");
            assertThat(looking.data("import.reportUrl")).isNull();
            assertThat((String) api.ask(query).data("import.reportUrl")).contains("/report/");
        }
    }

    @Nested
    class A_mutation_by_GET {

        @Test
        void is_not_done() {
            var reply = api.answer(AnEvent.aGet(
                            Map.of("query", "mutation { deleteColumnMapping(input: {name: \"x\"}) { deletedName } }"))
                    .as("demo", "owner"));

            assertThat(reply.status()).isEqualTo(405);
            assertThat(reply.headers()).containsEntry("allow", "POST");
            assertThat(reply.code()).isEqualTo("METHOD_NOT_ALLOWED");
        }
    }

    private Reply save(String name) {
        return api.ask(SAVE, input(Map.of("name", name, "mapping", MAPPING)));
    }

    private Reply start(String upload) {
        return api.answer(
                AnEvent.aPost(START, input(Map.of("uploadId", upload, "format", "MAPPED_CSV", "columnMapping", "ours")))
                        .claiming(Map.of("store", "demo", "roles", "[owner]", "sub", "ann")));
    }

    private String prepared() {
        var reply = api.ask(CREATE, input(Map.of("fileName", "orders.csv", "bytes", 10)));
        return String.valueOf(reply.data("createUpload.upload.id"));
    }

    private String uploaded(String content) {
        var upload = prepared();
        api.importDesk.put(Api.DEMO.id(), upload, content);
        return upload;
    }

    private static Map<String, Object> input(Map<String, Object> input) {
        return Map.of("input", input);
    }
}
