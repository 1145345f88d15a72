package dev.groundswell.graphqlapi.campaign;

import dev.groundswell.core.link.Links;
import dev.groundswell.graphqlapi.page.Connection;
import dev.groundswell.graphqlapi.page.Cursor;
import dev.groundswell.graphqlapi.page.PageArguments;
import java.util.regex.Pattern;

/** Pages of the links of a campaign that were clicked. */
final class ClickedLinkPages {

    private static final Cursor CURSOR = new Cursor("k");
    private static final Pattern PLACE = Pattern.compile("[0-9A-Za-z:.!-]{1,60}");

    private final Links links;

    ClickedLinkPages(Links links) {
        this.links = links;
    }

    Connection<Links.Listed> page(StoreCampaign of, PageArguments arguments) {
        var after = arguments.after().map(cursor -> CURSOR.read(cursor, PLACE));
        var oneMore = links.clicked(of.store().id(), of.campaign().id().purpose(), after, arguments.first() + 1);
        return Connection.of(arguments, oneMore, listed -> CURSOR.write(listed.place()));
    }
}
