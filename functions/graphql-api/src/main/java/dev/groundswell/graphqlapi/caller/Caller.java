package dev.groundswell.graphqlapi.caller;

import dev.groundswell.core.contact.Email;
import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.store.Store;
import dev.groundswell.graphqlapi.execution.ErrorCode;
import dev.groundswell.graphqlapi.execution.Refusal;
import graphql.GraphQLContext;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who asks: the store that the token names, and what the token allows in it. Contacts are shown through here only, since
 * owners and operators see them in full and others masked.
 *
 * @param name the subject of the token, as its issuer names it
 */
public record Caller(Store store, Set<Role> roles, String name) {

    /** What the last two characters of are shown; of less, nothing is. */
    private static final int SHORTEST_SHOWN = 7;

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** The caller of the query under way. */
    public static Caller of(GraphQLContext context) {
        Caller caller = context.get(Caller.class);
        if (caller == null) {
            throw new IllegalStateException("The query's context has no caller.");
        }
        return caller;
    }

    /** @throws Refusal if the token allows nothing but looking */
    public void requireOperator() {
        if (!roles.contains(Role.OWNER) && !roles.contains(Role.OPERATOR)) {
            throw new Refusal(
                    ErrorCode.FORBIDDEN, "This changes the store: it takes a token with the role owner or operator.");
        }
    }

    /** @throws Refusal if the token is not an owner's */
    public void requireOwner() {
        if (!roles.contains(Role.OWNER)) {
            throw new Refusal(ErrorCode.FORBIDDEN, "This moves money: it takes a token with the role owner.");
        }
    }

    public boolean seesContacts() {
        return roles.contains(Role.OWNER) || roles.contains(Role.OPERATOR);
    }

    public String shown(Phone phone) {
        return seesContacts() ? phone.e164() : phone.masked();
    }

    public String shown(Email email) {
        return seesContacts() ? email.address() : email.masked();
    }

    /** A phone as a source wrote it, which need not be one. */
    public String shownPhone(String written) {
        if (seesContacts()) {
            return written;
        }
        if (E164.matcher(written).matches()) {
            return new Phone(written).masked();
        }
        var shown = written.length() < SHORTEST_SHOWN ? 0 : 2;
        return "*".repeat(written.length() - shown) + written.substring(written.length() - shown);
    }

    /** An e-mail address as a source wrote it, which need not be one. */
    public String shownEmail(String written) {
        return seesContacts()
                ? written
                : Email.parse(written).map(Email::masked).orElse("***");
    }
}
