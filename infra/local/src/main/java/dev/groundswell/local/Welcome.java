package dev.groundswell.local;

import dev.groundswell.local.http.Tokens;
import java.io.PrintStream;
import java.time.temporal.ChronoUnit;

/** What a developer needs once the run serves: addresses, a token, and a signed request to paste. */
final class Welcome {

    private final LocalSystem system;
    private final PrintStream out;

    Welcome(LocalSystem system, PrintStream out) {
        this.system = system;
        this.out = out;
    }

    void print() {
        out.println("""

            GraphiQL    %1$s/
            GraphQL     %1$s/graphql
            History     %1$s/history
            Segments    %1$s/segments
            Outbox      %1$s/outbox
            Webhook     %1$s/orders
            DynamoDB    aws dynamodb list-tables --endpoint-url %2$s
            SQS         aws sqs list-queues --endpoint-url %3$s
            S3          aws s3 ls --endpoint-url %9$s
            Lambda      curl -d '{}' %1$s/2015-03-31/functions/OrderRebuild/invocations

            A bearer token of the store "%4$s" in the role owner (others: curl '%1$s/_local/token?role=viewer'):

            %5$s

            An order by webhook, signed with the store's secret "%6$s":

            body='[{"orderId":"W1","buyerId":"B1","status":"AWAITING_PAYMENT","orderedAt":"%7$s","modifiedAt":"%7$s","currency":"%8$s","payable":"71.94"}]'
            curl -d "$body" -H 'Content-Type: application/json' -H 'X-Groundswell-Store: %4$s' \\
              -H "X-Groundswell-Signature: $(printf %%s "$body" | openssl dgst -sha256 -hmac '%6$s' -binary | base64)" \\
              %1$s/orders

            Ctrl+C stops.
            """.formatted(
                        system.url(),
                        system.tablesUrl(),
                        system.queuesUrl(),
                        LocalSystem.STORE,
                        system.token(Tokens.ROLES.getFirst()),
                        LocalSystem.WEBHOOK_SECRET,
                        system.clock().instant().truncatedTo(ChronoUnit.SECONDS),
                        system.options().currency(),
                        system.bucketsUrl()));
        out.flush();
    }
}
