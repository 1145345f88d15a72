package dev.groundswell.core.format;

import java.util.Arrays;
import java.util.Optional;

/** The fields of an order's line that a column can fill. */
public enum MappedItemField {
    ITEM_ID("itemId"),
    SKU_ID("skuId"),
    TITLE("title"),
    CATEGORY("category"),
    QUANTITY("quantity"),
    PRICE("price");

    private final String path;

    MappedItemField(String path) {
        this.path = path;
    }

    /** How it is named in an order change's line, and in a mapping. */
    public String path() {
        return path;
    }

    static Optional<MappedItemField> of(String path) {
        return Arrays.stream(values()).filter(field -> field.path.equals(path)).findFirst();
    }
}
