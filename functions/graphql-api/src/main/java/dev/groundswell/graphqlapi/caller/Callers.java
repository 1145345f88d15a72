package dev.groundswell.graphqlapi.caller;

import dev.groundswell.cloud.event.HttpRequest;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.store.Stores;
import dev.groundswell.graphqlapi.execution.ErrorCode;
import dev.groundswell.graphqlapi.execution.Refusal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Tells who asks, by the claims that the gateway has verified. */
public final class Callers {

    private static final String STORE = "store";
    private static final String ROLES = "roles";
    private static final String SUBJECT = "sub";

    /** Who acts with a token that names nobody. */
    private static final String NAMELESS = "unknown";

    /** As long as OpenID Connect lets a subject be. */
    private static final int MAX_SUBJECT = 255;

    private final Stores stores;

    public Callers(Stores stores) {
        this.stores = stores;
    }

    /** @throws Refusal if there is no token, or none that says what we need */
    public Caller of(HttpRequest request) {
        if (request.claims().isEmpty()) {
            throw new Refusal(ErrorCode.UNAUTHENTICATED, "Send a token in the header: Authorization: Bearer <token>.");
        }
        var roles = roles(request);
        if (roles.isEmpty()) {
            throw new Refusal(
                    ErrorCode.FORBIDDEN,
                    "The token's claim 'roles' names none of owner, operator and viewer, so it allows nothing.");
        }
        var named = request.claims().getOrDefault(STORE, "");
        if (named.isEmpty()) {
            throw new Refusal(ErrorCode.FORBIDDEN, "The token has no claim 'store', so it opens no store.");
        }
        return (StoreId.isValid(named) ? stores.find(new StoreId(named)) : Optional.<Store>empty())
                .map(store -> new Caller(store, roles, subject(request)))
                .orElseThrow(() -> new Refusal(
                        ErrorCode.FORBIDDEN,
                        "The token is for a store that does not exist here; ask its owner for another."));
    }

    private static String subject(HttpRequest request) {
        var subject = request.claims().getOrDefault(SUBJECT, "").strip();
        return subject.isEmpty() ? NAMELESS : subject.substring(0, Math.min(MAX_SUBJECT, subject.length()));
    }

    private static Set<Role> roles(HttpRequest request) {
        var claimed = request.claimValues(ROLES);
        var roles = EnumSet.noneOf(Role.class);
        for (var role : Role.values()) {
            if (claimed.contains(role.claim())) {
                roles.add(role);
            }
        }
        return roles;
    }
}
