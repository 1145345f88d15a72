package dev.groundswell.graphqlapi;

import static dev.groundswell.core.behaviour.Behaviours.anEvent;
import static dev.groundswell.core.order.AnOrder.CNY;
import static dev.groundswell.core.order.AnOrder.anOrder;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.behaviour.BehaviourKind;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.customer.Consent;
import dev.groundswell.core.link.ClickedLink;
import dev.groundswell.core.link.LinkCode;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.Bar;
import dev.groundswell.core.message.Barring;
import dev.groundswell.core.message.receipt.DeliveryCount;
import dev.groundswell.core.money.Money;
import dev.groundswell.core.order.BuyerContact;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderAmounts;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.order.OrderItem;
import dev.groundswell.core.order.OrderSource;
import dev.groundswell.core.order.OrderStatus;
import dev.groundswell.core.order.OrderTimes;
import dev.groundswell.core.order.Origin;
import dev.groundswell.core.order.Presale;
import dev.groundswell.core.order.Region;
import dev.groundswell.core.order.RejectedChange;
import dev.groundswell.core.order.Rejection;
import dev.groundswell.core.order.RejectionCode;
import dev.groundswell.core.order.Review;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** graphql-java reads properties wherever a fetcher is forgotten; these tests leave it nothing to forget. */
final class EveryFieldTest {

    private static final Instant AT = Instant.parse("2026-06-17T16:00:00Z");

    /** What fields below a root must be told. */
    private static final Map<String, String> ARGUMENTS =
            Map.of("ReminderTask.results", "(from: \"2026-06-01\", to: \"2026-06-30\")");

    private final Api api = new Api();
    private final GraphQLSchema schema = api.schema();

    @Nested
    class Every_field_of_the_schema {

        @Test
        void has_the_resolver_of_its_type() {
            for (var type : objects()) {
                for (var field : type.getFieldDefinitions()) {
                    var fetcher =
                            schema.getCodeRegistry().getDataFetcher(FieldCoordinates.coordinates(type, field), field);
                    assertThat(fetcher)
                            .as(type.getName() + "." + field.getName())
                            .isInstanceOfSatisfying(
                                    ObjectResolver.class,
                                    resolver -> assertThat(resolver.type()).isEqualTo(type.getName()));
                }
            }
        }

        @Test
        void gives_a_value_where_there_is_one() {
            var order = fullOrder();
            api.orders.write(Api.DEMO.id(), order);
            saidAndReceivedSomething();
            api.has(
                    Api.DEMO,
                    anOrder("T0")
                            .by("B1")
                            .paidAt("2026-06-17T15:00:00Z")
                            .item("I", "shoes", 1)
                            .of("Ann", "+8613727494530", "ann@qq.com")
                            .to("CN", "Zhejiang"),
                    anOrder("T2").by("B2"));
            api.behaved(
                    Api.DEMO,
                    anEvent("B1", BehaviourKind.VIEW, "I1", "shoes", "2026-06-17T16:00:00Z"),
                    anEvent("B1", BehaviourKind.FAVOURITE, "I1", "shoes", "2026-06-17T16:01:00Z"),
                    anEvent("B1", BehaviourKind.CART, "I1", "shoes", "2026-06-17T16:02:00Z"));
            api.rejected(
                    Api.DEMO,
                    new RejectedChange(
                            "r1", AT, new Rejection(RejectionCode.MISSING, "orderId", "It is missing."), "{}"));
            hasAHistoryWithAGap();
            api.importDesk.hasOneOfEachKind(Api.DEMO.id());
            api.segmentDesk.hasOneOfEachKind(Api.DEMO, "first wave");
            MessageDesk.hasOneOfEachKind(api.messages, Api.DEMO.id(), "timed out");
            api.campaignShelf.hasOneOfEachKind(Api.DEMO, "first wave");
            api.campaignShelf.wasClicked(Api.DEMO);
            api.wallets.recharge(Api.DEMO.id(), "r1", 10_000, "operator", AT);
            api.reminderShelf.hasOneOfEachKind(Api.DEMO, "first wave");
            ReminderShelf.wasPaidAfter(api, Api.DEMO);
            api.has(
                    Api.DEMO,
                    anOrder("T3").by("B3").placedAt("2026-06-17T02:00:00Z").of("Ann", "+8613727494530", "ann@qq.com"));
            ProviderDesk.hasOne(api, Api.DEMO.id(), "sms");
            var answered = new TreeSet<String>();

            askAll(schema.getQueryType(), "query", answered);
            askAll(requireNonNull(schema.getMutationType()), "mutation", answered);

            note(
                    answered,
                    schema.getQueryType(),
                    api.ask("{ customer(id: \"B2\") { channels { exclusion } } }")
                            .at("data"));

            assertThat(answered).containsAll(coordinates());
        }

        private void askAll(GraphQLObjectType root, String operation, Set<String> answered) {
            for (var field : root.getFieldDefinitions()) {
                for (var call : RootFields.calls(field.getName())) {
                    var query = operation + " { " + call + selection(field.getType(), 0) + " }";
                    var reply = api.ask(query);
                    assertThat(reply.at("errors")).as(query).isNull();
                    note(answered, root, reply.at("data"));
                }
            }
        }

        private void saidAndReceivedSomething() {
            var buyer = new BuyerId("B1");
            api.histories.record(
                    Api.DEMO.id(), buyer, new Consent(Channel.EMAIL, Consent.State.GIVEN, AT, "checkout", "ann"));
            api.histories.received(Api.DEMO, buyer, Channel.EMAIL, AT);
            api.histories.note(
                    Api.DEMO.id(),
                    buyer,
                    new ClickedLink(new LinkCode("clicked001"), Channel.EMAIL, Optional.empty(), 1, AT, AT));
            api.standings.note(
                    Api.DEMO.id(),
                    AddressKey.of(new Phone("+8613727494530")),
                    Bar.BLACKLISTED,
                    new Barring(true, AT, "api", "ann"));
            api.deliveryCounts.note(
                    Api.DEMO.id(),
                    LocalDate.parse("2026-06-17"),
                    "worker",
                    1,
                    List.of(new DeliveryCount("sms", "China Mobile", 98, 2)));
        }

        /** Ten orders a day in April and May, but for one day. */
        private void hasAHistoryWithAGap() {
            LocalDate.parse("2026-04-01")
                    .datesUntil(LocalDate.parse("2026-06-01"))
                    .filter(day -> !day.equals(LocalDate.parse("2026-05-13")))
                    .forEach(day -> IntStream.range(0, 10)
                            .forEach(i -> api.orders.write(
                                    Api.DEMO.id(),
                                    anOrder(day + "-" + i)
                                            .by("H" + i)
                                            .placedAt(day + "T04:00:00Z")
                                            .build())));
        }

        private List<String> coordinates() {
            return objects().stream()
                    .flatMap(type ->
                            type.getFieldDefinitions().stream().map(field -> type.getName() + "." + field.getName()))
                    .toList();
        }

        /** All fields, connections within connections once. */
        private String selection(GraphQLOutputType type, int connections) {
            if (!(GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLObjectType object)) {
                return "";
            }
            var deeper = connections + (object.getName().endsWith("Connection") ? 1 : 0);
            if (deeper > 1) {
                return "{ pageInfo { endCursor } }";
            }
            var fields = new StringBuilder(" {");
            for (var field : object.getFieldDefinitions()) {
                if (object.getName().equals("Order") && field.getName().equals("buyer") && deeper > 0) {
                    continue;
                }
                fields.append(' ')
                        .append(field.getName())
                        .append(ARGUMENTS.getOrDefault(object.getName() + "." + field.getName(), ""))
                        .append(selection(field.getType(), deeper));
            }
            return fields.append(" }").toString();
        }

        /** Notes all fields that have a value. */
        private void note(Set<String> answered, GraphQLType type, @Nullable Object value) {
            switch (value) {
                case List<?> list -> list.forEach(part -> note(answered, type, part));
                case Map<?, ?> object
                when type instanceof GraphQLObjectType ofType ->
                    object.forEach((name, part) -> {
                        var field = ofType.getFieldDefinition(String.valueOf(name));
                        if (part != null) {
                            answered.add(ofType.getName() + "." + name);
                        }
                        note(answered, GraphQLTypeUtil.unwrapAll(field.getType()), part);
                    });
                case null, default -> {}
            }
        }
    }

    private List<GraphQLObjectType> objects() {
        return schema.getAllTypesAsList().stream()
                .filter(type -> !type.getName().startsWith("__"))
                .filter(GraphQLObjectType.class::isInstance)
                .map(GraphQLObjectType.class::cast)
                .toList();
    }

    private static Order fullOrder() {
        var money = new Money(100, CNY);
        return new Order(
                new OrderId("T1"),
                new BuyerId("B1"),
                OrderStatus.COMPLETED,
                new OrderTimes(AT, AT, AT, AT, AT, AT, AT, AT, AT),
                new OrderAmounts(money, money, money, money),
                new Presale(money, AT, AT, AT, false),
                Set.of(Origin.MOBILE),
                3,
                "card",
                "https://pay.example/1",
                new BuyerContact("Ann", "13727494530", "ann@qq.com"),
                new Region("CN", "Zhejiang", "Hangzhou"),
                List.of(new OrderItem("I1", "S1", "Shoe", "shoes", 2, money, false)),
                new Review(5, AT),
                OrderSource.LIVE);
    }
}
