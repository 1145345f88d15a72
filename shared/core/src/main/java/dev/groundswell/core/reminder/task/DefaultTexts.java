package dev.groundswell.core.reminder.task;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.text.Wording;
import dev.groundswell.core.reminder.task.TaskTexts.Text;
import dev.groundswell.core.store.Store;
import java.util.List;
import java.util.Optional;

/**
 * What reminders say where a store has written nothing: Chinese where customers pay in yuan, English elsewhere. A second one may
 * cross a payment on its way, and says so.
 */
public final class DefaultTexts {

    private static final String YUAN = "CNY";

    private static final String GREETING = "{{#name}}{{name}}，{{/name}}您好！";
    private static final String CLOSES = "{{#closes_at}}，{{closes_at}}将关闭{{/closes_at}}。";
    private static final String ENGLISH_GREETING = "{{#name}}{{name}}, {{/name}}";
    private static final String ENGLISH_CLOSES = "{{#closes_at}}; it is closed on {{closes_at}}{{/closes_at}}.";

    private final boolean isChinese;

    public DefaultTexts(Store store) {
        this.isChinese = store.currency().getCurrencyCode().equals(YUAN);
    }

    public TaskTexts of(OrderKind kind, Channel channel) {
        var ofSecond = isChinese ? "如已付款请忽略。" : "If you have paid, please ignore this.";
        return new TaskTexts(
                channel,
                List.of(text(Optional.of(2), kind, channel, ofSecond), text(Optional.empty(), kind, channel, "")));
    }

    private Text text(Optional<Integer> ordinal, OrderKind kind, Channel channel, String last) {
        var said = isChinese ? chinese(kind) : english(kind);
        var wording = switch (channel) {
            case SMS -> new Wording.Sms(said + withLink() + last);
            case EMAIL -> new Wording.Mail(subject(), html(said, last), said + withLink() + last);
        };
        return new Text(ordinal, Optional.empty(), Optional.empty(), wording);
    }

    private static String chinese(OrderKind kind) {
        return GREETING
                + switch (kind) {
                    case ORDINARY -> "您的订单还有{{amount}}元未付款" + CLOSES;
                    case GROUP_DEAL -> "您的拼团订单还有{{amount}}元未付款，付款后才能成团" + CLOSES;
                    case PRESALE_DEPOSIT -> "您的预售订单还有定金{{deposit}}元未付款" + CLOSES;
                    case PRESALE_BALANCE ->
                        "您的预售订单还有尾款{{balance}}元未付款{{#balance_until}}，请在{{balance_until}}前付清{{/balance_until}}。";
                };
    }

    private static String english(OrderKind kind) {
        return ENGLISH_GREETING
                + switch (kind) {
                    case ORDINARY -> "your order waits for {{amount}} to be paid" + ENGLISH_CLOSES;
                    case GROUP_DEAL -> "your group deal waits for your {{amount}} to be paid" + ENGLISH_CLOSES;
                    case PRESALE_DEPOSIT -> "your pre-order waits for its deposit of {{deposit}}" + ENGLISH_CLOSES;
                    case PRESALE_BALANCE ->
                        "your pre-order waits for its balance of {{balance}}"
                                + "{{#balance_until}}, to be paid by {{balance_until}}{{/balance_until}}.";
                };
    }

    /** With blanks around it, for phones take letters beside a link for a part of it. */
    private String withLink() {
        return "{{#payment_link}}" + (isChinese ? "付款：" : " Pay here:") + " {{payment_link}} {{/payment_link}}"
                + (isChinese ? "" : "{{^payment_link}} {{/payment_link}}");
    }

    private String subject() {
        return isChinese ? "您的订单还未付款" : "Your order waits for its payment";
    }

    private String html(String said, String last) {
        return "<p>" + said + "</p>{{#payment_link}}<p><a href=\"{{payment_link}}\">" + (isChinese ? "付款" : "Pay here")
                + "</a></p>{{/payment_link}}" + (last.isEmpty() ? "" : "<p>" + last + "</p>");
    }
}
