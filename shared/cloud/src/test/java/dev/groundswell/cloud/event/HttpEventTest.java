package dev.groundswell.cloud.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class HttpEventTest {

    private static final String EVENT = """
        {
          "version": "2.0", "routeKey": "POST /graphql", "rawPath": "/graphql",
          "rawQueryString": "name=%E4%B8%AD&empty=&flag&name=second&broken=%zz&a+b=c%26d",
          "headers": {"Content-Type": "application/json", "x-forwarded-port": "443"},
          "queryStringParameters": {"name": "中,second"},
          "requestContext": {
            "authorizer": {"jwt": {"claims": {"store": "demo", "roles": "[owner operator]", "exp": 1700000000}, "scopes": null}},
            "http": {"method": "post", "path": "/graphql", "protocol": "HTTP/1.1"},
            "timeEpoch": 1583348638390
          },
          "body": "{\\"query\\":\\"{ store { name } }\\"}",
          "isBase64Encoded": false
        }
        """;

    @Nested
    class A_request {

        private final HttpRequest request = read(EVENT);

        @Test
        void names_its_method_and_path() {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo("/graphql");
        }

        @Test
        void has_its_query_parameters_decoded_and_of_each_name_the_first() {
            assertThat(request.queryParameters())
                    .containsExactly(
                            Map.entry("name", "中"),
                            Map.entry("empty", ""),
                            Map.entry("flag", ""),
                            Map.entry("broken", "%zz"),
                            Map.entry("a b", "c&d"));
        }

        @Test
        void has_its_headers_whatever_their_case() {
            assertThat(request.header("CONTENT-TYPE")).contains("application/json");
            assertThat(request.headers()).containsEntry("x-forwarded-port", "443");
            assertThat(request.header("accept")).isEmpty();
        }

        @Test
        void has_the_body_as_it_was_sent() {
            assertThat(request.text()).isEqualTo("{\"query\":\"{ store { name } }\"}");
        }

        @Test
        void has_the_claims_of_its_token() {
            assertThat(request.claims()).containsEntry("store", "demo").containsEntry("exp", "1700000000");
            assertThat(request.claimValues("roles")).containsExactly("owner", "operator");
            assertThat(request.claimValues("store")).containsExactly("demo");
            assertThat(request.claimValues("none")).isEmpty();
        }

        @Test
        void keeps_them_out_of_logs() {
            assertThat(request).hasToString("HttpRequest[POST /graphql, 30 bytes]");
        }
    }

    @Nested
    class A_request_with_a_binary_body {

        @Test
        void has_it_decoded() {
            var request = read("{\"isBase64Encoded\": true, \"body\": \"/wD+\"}");

            assertThat(request.body()).containsExactly(0xff, 0x00, 0xfe);
        }
    }

    @Nested
    class A_request_without_a_token_or_body {

        @Test
        void has_no_claims_and_no_bytes() {
            var request = read("{\"requestContext\": {\"http\": {\"method\": \"GET\"}}, \"isBase64Encoded\": false}");

            assertThat(request.claims()).isEmpty();
            assertThat(request.body()).isEmpty();
        }
    }

    @Nested
    class A_list_of_claims_that_a_host_left_a_list {

        @Test
        void reads_like_the_gateways() {
            var request =
                    read("{\"requestContext\": {\"authorizer\": {\"jwt\": {\"claims\": {\"roles\": [\"viewer\"]}}}}}");

            assertThat(request.claimValues("roles")).containsExactly("viewer");
        }
    }

    @Nested
    class A_response {

        @Test
        void is_written_as_the_gateway_reads_it() {
            var written = new ByteArrayOutputStream();

            HttpResponse.json(202, "{\"数\":1}").writeTo(written);

            assertThat(written.toString(UTF_8))
                    .isEqualTo("{\"statusCode\":202,\"headers\":{\"content-type\":\"application/json; charset=utf-8\"},"
                            + "\"body\":\"{\\\"数\\\":1}\",\"isBase64Encoded\":false}");
        }
    }

    private static HttpRequest read(String event) {
        return HttpRequest.read(new ByteArrayInputStream(event.getBytes(UTF_8)));
    }
}
