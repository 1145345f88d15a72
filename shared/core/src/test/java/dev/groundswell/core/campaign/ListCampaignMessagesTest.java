package dev.groundswell.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.campaign.ListCampaignMessages.Page;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.message.provider.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ListCampaignMessagesTest {

    private static final int PEOPLE = 40;

    private final CampaignDesk desk = new CampaignDesk();
    private final ListCampaignMessages listing =
            new ListCampaignMessages(desk.campaigns, desk.chunks, desk.audiences, desk.messages);

    private Page page(CampaignId id, Optional<MessageState> state, Optional<String> after, int limit) {
        return listing.page(CampaignDesk.STORE.id(), id, state, after, limit);
    }

    private List<Message> all(CampaignId id, Optional<MessageState> state, int limit) {
        var all = new ArrayList<Message>();
        var page = page(id, state, Optional.empty(), limit);
        all.addAll(page.messages().values());
        while (page.next().isPresent()) {
            page = page(id, state, page.next(), limit);
            all.addAll(page.messages().values());
        }
        return all;
    }

    @Nested
    class ACampaignThatWasSent {

        @Test
        void hasAMessageOfEachMember() {
            desk.customers(PEOPLE);
            var id = desk.sent(ACampaign.sms("Hello {{name}}"));

            assertThat(all(id, Optional.empty(), 100))
                    .hasSize(PEOPLE)
                    .extracting(Message::state)
                    .containsOnly(MessageState.SENT);
        }

        @Test
        void isListedPageByPage() {
            desk.customers(PEOPLE);
            var id = desk.sent(ACampaign.sms("Hello {{name}}"));

            assertThat(page(id, Optional.empty(), Optional.empty(), 9).messages())
                    .hasSize(9);
            assertThat(all(id, Optional.empty(), 9))
                    .extracting(Message::id)
                    .containsExactlyElementsOf(all(id, Optional.empty(), 100).stream()
                            .map(Message::id)
                            .toList());
        }

        @Test
        void isListedByWhatBecameOfThem() {
            desk.customers(PEOPLE);
            var refused = new ArrayList<MessageId>();
            desk.passages.answering(draft -> {
                if (draft.buyer().value().endsWith("7")) {
                    refused.add(draft.id());
                    return new Answer.Refused("INVALID", "No such number.");
                }
                return new Answer.Accepted("m");
            });
            var id = desk.sent(ACampaign.sms("Hello {{name}}"));

            assertThat(all(id, Optional.of(MessageState.FAILED), 3))
                    .extracting(Message::id)
                    .containsExactlyInAnyOrderElementsOf(refused)
                    .hasSize(4);
        }

        @Test
        void listsAnAddressThatTwoHaveOnce() {
            desk.customer("A", CampaignDesk.phone(1), null);
            desk.customer("B", CampaignDesk.phone(1), null);
            var id = desk.sent(ACampaign.sms("Hello {{name}}"));

            assertThat(all(id, Optional.empty(), 100)).hasSize(1);
        }
    }

    @Nested
    class WhereNothingWasSent {

        @Test
        void nothingIsListed() {
            desk.customers(PEOPLE);
            var id = desk.saved(ACampaign.sms("Hello {{name}}"));

            assertThat(all(id, Optional.empty(), 100)).isEmpty();
        }

        @Test
        void membersWithoutAnAddressAreNotListed() {
            desk.customer("A", null, "a@qq.com");
            var id = desk.sent(ACampaign.sms("Hello {{name}}"));

            assertThat(all(id, Optional.empty(), 100)).isEmpty();
            assertThat(desk.progress(id).audience()).isOne();
        }
    }
}
