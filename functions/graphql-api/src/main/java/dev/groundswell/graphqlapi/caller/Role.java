package dev.groundswell.graphqlapi.caller;

/** What a token allows, from most to least. */
public enum Role {
    OWNER("owner"),
    OPERATOR("operator"),
    VIEWER("viewer");

    private final String claim;

    Role(String claim) {
        this.claim = claim;
    }

    /** As the token's claim {@code roles} writes it. */
    public String claim() {
        return claim;
    }
}
