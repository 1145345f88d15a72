package dev.groundswell.core.history;

import dev.groundswell.core.format.SourceFormat;

/** How the records of a file are told apart. */
public enum RecordForm {
    /** Objects: one a line, or in arrays, or inside the answer of a platform's API. */
    JSON,
    /** Rows under a header. */
    CSV,
    /** Rows without a header: their columns are named 1, 2, 3. */
    CSV_WITHOUT_HEADER;

    public static RecordForm of(SourceFormat format) {
        return switch (format) {
            case ORDER_CHANGES, TAOBAO_TRADES, SHOPIFY, WOOCOMMERCE, BEHAVIOUR_EVENTS -> JSON;
            case TAOBAO_EXPORT, MAPPED_CSV -> CSV;
            case TAOBAO_BEHAVIOUR -> CSV_WITHOUT_HEADER;
        };
    }
}
