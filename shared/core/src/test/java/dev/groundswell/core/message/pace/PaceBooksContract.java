package dev.groundswell.core.message.pace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.contact.MailboxFamily;
import dev.groundswell.core.message.provider.ProviderId;
import dev.groundswell.core.message.send.Urgency;
import dev.groundswell.core.store.StoreId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link PaceBooks} does, whatever keeps them. */
public abstract class PaceBooksContract {

    private static final PaceKey OF_SES = PaceKey.of(new ProviderId("ses"));
    private static final PaceKey OF_SES_TO_QQ = PaceKey.of(new ProviderId("ses"), MailboxFamily.QQ);
    private static final long NOW = 1_794_297_600;

    protected abstract PaceBooks books();

    /** A store that no other test has written to. */
    protected abstract StoreId store();

    private static PaceRequest request(String worker, Urgency urgency) {
        return new PaceRequest(worker, urgency, 100, 90, 40, 1);
    }

    private static PaceBook grantedTo(PaceBook book, String worker, Urgency urgency) {
        return book.grant(request(worker, urgency), NOW).book();
    }

    @Nested
    class ABook {

        @Test
        void isEmptyInTheBeginning() {
            assertThat(books().read(store(), OF_SES)).isEqualTo(PaceBook.EMPTY);
        }

        @Test
        void isReadAsItWasWritten() {
            var one = grantedTo(PaceBook.EMPTY, "a", Urgency.CAMPAIGN);
            var two = grantedTo(one, "b", Urgency.REMINDER);

            assertThat(books().write(store(), OF_SES, one)).isTrue();
            assertThat(books().write(store(), OF_SES, two)).isTrue();
            assertThat(books().read(store(), OF_SES)).isEqualTo(two);
        }

        @Test
        void isOfOnePaceOfOneStore() {
            books().write(store(), OF_SES, grantedTo(PaceBook.EMPTY, "a", Urgency.CAMPAIGN));

            assertThat(books().read(store(), OF_SES_TO_QQ)).isEqualTo(PaceBook.EMPTY);
            assertThat(books().read(new StoreId("elsewhere"), OF_SES)).isEqualTo(PaceBook.EMPTY);
        }

        @Test
        void isWrittenByOneOfTwoWhoReadTheSame() {
            var a = grantedTo(PaceBook.EMPTY, "a", Urgency.CAMPAIGN);
            var b = grantedTo(PaceBook.EMPTY, "b", Urgency.CAMPAIGN);

            assertThat(books().write(store(), OF_SES, a)).isTrue();
            assertThat(books().write(store(), OF_SES, b)).isFalse();
            assertThat(books().read(store(), OF_SES)).isEqualTo(a);
        }
    }
}
