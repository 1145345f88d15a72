package dev.groundswell.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.campaign.Addressees.Addressee;
import dev.groundswell.core.campaign.Addressees.Person;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.contact.Email;
import dev.groundswell.core.customer.BuyerHistory;
import dev.groundswell.core.customer.Consent;
import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.message.AMessage;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.Bar;
import dev.groundswell.core.message.Barring;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.Standing;
import dev.groundswell.core.message.Standings;
import dev.groundswell.core.order.AnOrder;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What all {@link Addressees} read. */
public abstract class AddresseesContract {

    private static final Instant PAID_AT = Instant.parse("2026-11-10T03:12:05Z");
    private static final Draft ANNA = AMessage.sms("autumn", 1);
    private static final Draft BEN = AMessage.sms("autumn", 2);
    private static final Draft MAIL = AMessage.mail("autumn", 1);
    private static final Consent NO_SMS = new Consent(
            Channel.SMS, Consent.State.WITHDRAWN, Instant.parse("2026-11-11T08:00:00.123Z"), "sms-reply", "in/1");
    private static final Consent MAILS = new Consent(
            Channel.EMAIL, Consent.State.GIVEN, Instant.parse("2026-11-01T08:00:00Z"), "结账页", "import \"1\"");
    private static final Barring BARRED = new Barring(true, Instant.parse("2026-11-11T08:00:00Z"), "graphql", "carl");

    protected abstract Addressees addressees();

    protected abstract Standings standings();

    /** Keeps a profile as the projection does. */
    protected abstract void keep(CustomerProfile profile);

    /** One that no other test has written to. */
    protected abstract Store store();

    private void givenCustomer(Draft draft, Order order, Consent... consents) {
        var history = new BuyerHistory(List.of(order), List.of(), List.of(consents), List.of(), List.of());
        keep(CustomerProfile.of(draft.buyer(), history, store()));
    }

    private static AnOrder orderOf(Draft draft) {
        return AnOrder.anOrder("T-" + draft.buyer()).by(draft.buyer().value()).placedAt(PAID_AT.minusSeconds(60));
    }

    private Addressee read(Draft draft) {
        return Objects.requireNonNull(
                addressees().read(store().id(), List.of(draft)).get(draft.id()));
    }

    @Test
    void knowWhatACustomerSaidAndWhenSomethingWasPaidLast() {
        givenCustomer(ANNA, orderOf(ANNA).paidAt(PAID_AT).build(), NO_SMS, MAILS);

        var person = read(ANNA).person().orElseThrow();
        assertThat(person.lastPaidAt()).contains(PAID_AT);
        assertThat(person.consents()).containsExactlyInAnyOrder(NO_SMS, MAILS);
    }

    @Test
    void knowACustomerWhoNeverPaidAndSaidNothing() {
        givenCustomer(ANNA, orderOf(ANNA).build());

        assertThat(read(ANNA))
                .isEqualTo(new Addressee(Optional.of(new Person(List.of(), Optional.empty())), Standing.CLEAR));
    }

    @Test
    void knowAnAddressWhoeverItIsOf() {
        standings().note(store().id(), ANNA.id().address(), Bar.BLACKLISTED, BARRED);

        assertThat(read(ANNA))
                .isEqualTo(new Addressee(Optional.empty(), new Standing(Map.of(Bar.BLACKLISTED, BARRED))));
        assertThat(read(BEN)).isEqualTo(new Addressee(Optional.empty(), Standing.CLEAR));
    }

    @Test
    void areReadForMoreDraftsThanOneRequestTakesAndForTwoAddressesOfACustomer() {
        givenCustomer(ANNA, orderOf(ANNA).paidAt(PAID_AT).build());
        var drafts = IntStream.range(0, 120).mapToObj(i -> draftToAnna(i)).toList();

        var found = addressees().read(store().id(), drafts);

        assertThat(found).hasSize(120);
        assertThat(found.values())
                .allMatch(one -> one.person().flatMap(Person::lastPaidAt).isPresent());
        assertThat(found.values()).allMatch(one -> one.standing().equals(Standing.CLEAR));
    }

    private static Draft draftToAnna(int number) {
        var address = new Email("anna" + number + "@example.com");
        var id = new MessageId(AddressKey.of(address), ANNA.id().purpose());
        return new Draft(id, address, ANNA.buyer(), ANNA.kind(), MAIL.content(), "0000/" + number);
    }
}
