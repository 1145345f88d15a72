package dev.groundswell.core.message.text;

/** What kind of value a variable has, and so how it is read. */
public enum VariableType {
    TEXT("张小明", "阿迪力江·买买提依明"),
    /** {@code 12}, or {@code 4.50} for a score. */
    NUMBER("12", "123456"),
    /** {@code 71.94}, in major units of the store's currency and without its sign. */
    MONEY("71.94", "123456.78"),
    /** {@code 2026-11-11}, in the store's zone. */
    DATE("2026-11-11", "2026-11-11"),
    /** {@code 11-11 21:30}, in the store's zone. */
    TIME("11-11 21:30", "11-11 21:30"),
    /** There is a value exactly if it holds: for sections. */
    FLAG("true", "true"),
    /** An address of the web: as long as a short link on a short host name, and on a long one. */
    LINK("https://t.example.com/l/0123456789", "https://links.example-store.com/l/0123456789");

    private final String typical;
    private final String longest;

    VariableType(String typical, String longest) {
        this.typical = typical;
        this.longest = longest;
    }

    /** A value as many people have one, for estimates of length. */
    public String typical() {
        return typical;
    }

    /** A value as few people have a longer one. */
    String longest() {
        return longest;
    }
}
