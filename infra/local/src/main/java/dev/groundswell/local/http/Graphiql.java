package dev.groundswell.local.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import tools.jackson.jr.ob.JSON;

/** GraphiQL from the class path, so it works without a network. */
final class Graphiql {

    private static final String PATH = "/_local/graphiql/";
    private static final String WEB_JARS = "/META-INF/resources/webjars/";
    private static final Map<String, String> FILES = Map.of(
            "graphiql.min.js", "graphiql/2.4.7/graphiql.min.js",
            "graphiql.min.css", "graphiql/2.4.7/graphiql.min.css",
            "react.production.min.js", "react/18.3.1/umd/react.production.min.js",
            "react-dom.production.min.js", "react-dom/18.3.1/umd/react-dom.production.min.js");

    private static final int DAYS_SHOWN = 30;

    private static final String QUERY = """
        # Groundswell on this machine. Ctrl+Enter runs the query; the book icon shows the schema.
        # The token in "Headers" below is an owner's; GET /_local/token?role=viewer gives another.
        {
          store {
            name
            currency
            zone
            orderCount
            customerCount
          }
          salesMetrics(from: "{from}", to: "{to}", granularity: DAY) {
            total {
              ordersPlaced
              ordersPaid
              customers
              sales {
                amount
                currency
              }
            }
            newCustomerShare
            series {
              at
              total {
                ordersPaid
                sales {
                  amount
                }
              }
            }
          }
          orders(first: 5) {
            edges {
              node {
                id
                status
                orderedAt
              }
            }
          }
        }
        """;

    private static final String PAGE = """
        <!doctype html>
        <html lang="en">
          <head>
            <meta charset="utf-8">
            <title>Groundswell</title>
            <style>body { margin: 0 } #graphiql { height: 100vh }</style>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="/_local/graphiql/graphiql.min.css">
          </head>
          <body>
            <div id="graphiql">Loading…</div>
            <script src="/_local/graphiql/react.production.min.js"></script>
            <script src="/_local/graphiql/react-dom.production.min.js"></script>
            <script src="/_local/graphiql/graphiql.min.js"></script>
            <script>
              ReactDOM.createRoot(document.getElementById('graphiql')).render(
                React.createElement(GraphiQL, {
                  fetcher: GraphiQL.createFetcher({ url: '/graphql' }),
                  headers: {headers},
                  defaultQuery: {query},
                  defaultEditorToolsVisibility: 'headers',
                }));
            </script>
          </body>
        </html>
        """;

    private Graphiql() {}

    static Reply page(String token, Instant now) {
        Instant to = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        Instant from = to.minus(DAYS_SHOWN, ChronoUnit.DAYS);
        String headers = JSON.std.asString(Map.of("Authorization", "Bearer " + token));
        String query = QUERY.replace("{from}", from.toString()).replace("{to}", to.toString());
        return Reply.text(
                        200,
                        "text/html; charset=utf-8",
                        PAGE.replace("{headers}", JSON.std.asString(headers))
                                .replace("{query}", JSON.std.asString(query)))
                .with("Cache-Control", "no-store");
    }

    static Optional<Reply> file(String path) {
        return Optional.of(path)
                .filter(each -> each.startsWith(PATH))
                .map(each -> FILES.get(each.substring(PATH.length())))
                .map(Graphiql::read);
    }

    private static Reply read(String file) {
        try (InputStream in = Graphiql.class.getResourceAsStream(WEB_JARS + file)) {
            if (in == null) {
                return Reply.message(404, "Not Found");
            }
            String type = file.endsWith(".css") ? "text/css" : "text/javascript";
            return Reply.bytes(200, type + "; charset=utf-8", in.readAllBytes()).with("Cache-Control", "max-age=86400");
        } catch (IOException e) {
            throw new UncheckedIOException("GraphiQL's file " + file + " cannot be read", e);
        }
    }
}
