package dev.groundswell.graphqlapi;

import dev.groundswell.core.message.text.MessageSettings;

/** Settings of messages for tests. */
final class TextDesk {

    private TextDesk() {}

    /** The product's, with a signature, saved first. */
    static MessageSettings signed(String signature) {
        var product = MessageSettings.OF_THE_PRODUCT;
        return new MessageSettings(
                signature,
                product.wayOut(),
                product.words(),
                product.messagesADay(),
                product.hours(),
                product.consentRequired(),
                product.testRequired(),
                product.linkDomain(),
                product.peaks(),
                product.lowBalance(),
                1);
    }
}
