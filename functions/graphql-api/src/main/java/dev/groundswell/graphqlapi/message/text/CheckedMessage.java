package dev.groundswell.graphqlapi.message.text;

import dev.groundswell.core.message.text.AudienceFigures;
import dev.groundswell.core.message.text.AudienceFigures.Lacking;
import dev.groundswell.core.message.text.MessageCheck;
import dev.groundswell.core.message.text.MessageCheck.UsedVariable;
import java.util.List;
import java.util.Optional;

/**
 * What was found about a message.
 *
 * @param audience empty where nobody was asked about
 */
record CheckedMessage(MessageCheck check, Optional<AudienceFigures> audience) {

    /** A variable that is written, and who lacks it. */
    record Used(UsedVariable variable, Optional<Lacking> lacking) {}

    List<Used> variables() {
        return check.variables().stream()
                .map(used -> new Used(used, lacking(used.variable().name())))
                .toList();
    }

    private Optional<Lacking> lacking(String name) {
        return audience.flatMap(figures -> Optional.ofNullable(figures.lacking().get(name)));
    }
}
