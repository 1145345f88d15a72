package dev.groundswell.graphqlapi.customer;

import dev.groundswell.core.contact.Email;
import dev.groundswell.core.contact.MailboxFamily;
import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.contact.PhoneCarrier;
import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.customer.ReviewScores;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderFilter;
import dev.groundswell.core.order.Origin;
import dev.groundswell.graphqlapi.caller.Caller;
import dev.groundswell.graphqlapi.execution.Background;
import dev.groundswell.graphqlapi.message.receipt.ReceiptPorts;
import dev.groundswell.graphqlapi.order.OrderPages;
import dev.groundswell.graphqlapi.page.Connection;
import dev.groundswell.graphqlapi.page.PageArguments;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

public final class CustomerResolver extends ObjectResolver<CustomerProfile> {

    private final OrderPages orders;
    private final Background background;

    public CustomerResolver(OrderPages orders, Background background) {
        super("Customer", CustomerProfile.class);
        this.orders = orders;
        this.background = background;
    }

    @Override
    protected @Nullable Object resolve(
            String field, CustomerProfile customer, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "id" -> customer.id().value();
            case "name" -> customer.name();
            case "phone" -> phone(customer.phone(), query);
            case "email" -> email(customer.email(), query);
            case "phoneCarrier" ->
                Optional.ofNullable(customer.phone()).flatMap(PhoneCarrier::of).orElse(null);
            case "mailboxFamily" ->
                Optional.ofNullable(customer.email()).map(MailboxFamily::of).orElse(null);
            case "channels" -> ChannelReach.of(customer);
            case "consents" -> customer.consents();
            case "messages" -> customer.messages();
            case "standings" -> ReceiptPorts.of(customer, query.get());
            case "region" -> customer.region();
            case "orders" -> orders(customer, query.get());
            case "orderCount" -> customer.orders();
            case "paidOrderCount" -> customer.paidOrders();
            case "openOrderCount" -> customer.openOrders();
            case "unpaidClosedOrderCount" -> customer.unpaidClosedOrders();
            case "refundedOrderCount" -> customer.refundedOrders();
            case "origins" -> OriginCount.of(customer);
            case "mobileOrderCount" -> customer.orders(Origin.MOBILE);
            case "presaleOrderCount" -> customer.presaleOrders();
            case "spend" -> customer.spend();
            case "refunds" -> customer.refunds();
            case "averageOrderValue" -> customer.averageOrderValue().orElse(null);
            case "daysBetweenOrders" -> daysBetweenOrders(customer);
            case "reviewCount" -> customer.reviews().count();
            case "averageReviewScore" -> averageScore(customer.reviews());
            case "lastReviewScore" -> customer.reviews().lastScore();
            case "firstOrderedAt" -> customer.firstOrderedAt();
            case "lastOrderedAt" -> customer.lastOrderedAt();
            case "firstPaidAt" -> customer.firstPaidAt();
            case "lastPaidAt" -> customer.lastPaidAt();
            case "provinces" -> customer.provinces();
            case "lastItemCategories" -> customer.lastItemCategories();
            case "lastModifiedAt" -> customer.lastModifiedAt();
            case "behaviour" -> customer.behaviour();
            default -> throw withoutCase(field);
        };
    }

    private static @Nullable Long daysBetweenOrders(CustomerProfile customer) {
        var days = customer.daysBetweenOrders();
        return days.isEmpty() ? null : days.getAsLong();
    }

    private static @Nullable BigDecimal averageScore(ReviewScores reviews) {
        var hundredths = reviews.average();
        return hundredths == null ? null : BigDecimal.valueOf(hundredths, 2);
    }

    private CompletableFuture<Connection<Order>> orders(CustomerProfile customer, DataFetchingEnvironment query) {
        var page = PageArguments.of(query);
        var store = Caller.of(query.getGraphQlContext()).store().id();
        var filter = new OrderFilter(Optional.of(customer.id()), Set.of(), Optional.empty(), Optional.empty());
        return background.call(() -> orders.read(store, filter, page, () -> totalCount(customer)));
    }

    private static CompletableFuture<@Nullable Long> totalCount(CustomerProfile customer) {
        return CompletableFuture.completedFuture((long) customer.orders());
    }

    private static @Nullable String phone(@Nullable Phone phone, Supplier<DataFetchingEnvironment> query) {
        return phone == null ? null : Caller.of(query.get().getGraphQlContext()).shown(phone);
    }

    private static @Nullable String email(@Nullable Email email, Supplier<DataFetchingEnvironment> query) {
        return email == null ? null : Caller.of(query.get().getGraphQlContext()).shown(email);
    }
}
