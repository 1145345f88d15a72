package dev.groundswell.core.segment.rule;

import java.util.List;
import java.util.stream.Stream;

/**
 * What an editor or a manual says of a field.
 *
 * @param owner     of what it is a field, and so where it can stand
 * @param operators that it can be tested by, in the order of the language
 * @param unit      what its values are counted in, e.g. {@code days}; of texts, choices and flags empty
 * @param example   a clause that uses it, as it could stand in a rule
 */
public record FieldGuide(Field field, Owner owner, List<TestOperator> operators, String unit, String example) {

    /** Where a field can stand. */
    public enum Owner {
        /** Anywhere but inside of {@code orders(…)} and {@code events(…)}. */
        CUSTOMER,
        /** Inside of {@code orders(…)}. */
        ORDER,
        /** Inside of {@code events(…)}. */
        EVENT
    }

    public FieldGuide {
        operators = List.copyOf(operators);
    }

    /** Of every field, in the order of the manual: customers', orders', events'. */
    public static List<FieldGuide> all() {
        return Stream.of(Words.OF_CUSTOMERS, Words.OF_ORDERS, Words.OF_EVENTS)
                .flatMap(words -> words.fields().stream())
                .map(FieldGuide::of)
                .toList();
    }

    public static FieldGuide of(Field field) {
        return new FieldGuide(field, owner(field), TestOperator.of(field.kind()), unit(field), example(field));
    }

    private static Owner owner(Field field) {
        return switch (field) {
            case SegmentField _ -> Owner.CUSTOMER;
            case OrderField _ -> Owner.ORDER;
            case EventField _ -> Owner.EVENT;
        };
    }

    private static String unit(Field field) {
        return switch (field.kind()) {
            case COUNT -> counted(field);
            case MONEY -> "major units of the store's currency";
            case SCORE -> "stars";
            case TIME -> "days and times of the store's zone";
            case TEXT, CHOICE, FLAG -> "";
        };
    }

    private static String counted(Field field) {
        return switch (field) {
            case SegmentField.DAYS_BETWEEN_ORDERS -> "days";
            case SegmentField.REVIEWS -> "reviews";
            case SegmentField.FAVOURITE_ITEMS, SegmentField.CART_ITEMS -> "items";
            case SegmentField.VIEWS -> "views";
            case SegmentField.RFM_RECENCY, SegmentField.RFM_FREQUENCY, SegmentField.RFM_MONETARY -> "fifths, 1 to 5";
            case SegmentField _ -> "orders";
            case OrderField.SELLER_FLAG -> "flags, 0 to 5";
            case OrderField _ -> "pieces";
            case EventField _ -> "";
        };
    }

    private static String example(Field field) {
        var test = field.word() + " " + exampleTest(field);
        return switch (owner(field)) {
            case CUSTOMER -> test;
            case ORDER -> "orders(" + test + ") >= 1";
            case EVENT -> "events(" + test + ") >= 1";
        };
    }

    private static String exampleTest(Field field) {
        return switch (field.kind()) {
            case COUNT -> ">= 2";
            case MONEY -> ">= 99.90";
            case SCORE -> "< 3";
            case TIME -> ">= -90d";
            case TEXT -> "IN (" + exampleTexts(field) + ")";
            case CHOICE -> "= " + field.choices().getFirst();
            case FLAG -> "= true";
        };
    }

    private static String exampleTexts(Field field) {
        return switch (field) {
            case SegmentField.COUNTRY -> "'中国', 'China'";
            case SegmentField.PROVINCE -> "'广东', '浙江'";
            case SegmentField.CITY -> "'杭州', '上海'";
            case SegmentField.PHONE_CARRIER -> "'China Mobile', 'China Unicom'";
            case OrderField.PAYMENT_METHOD -> "'alipay', 'boleto'";
            case OrderField.CATEGORY, EventField.CATEGORY -> "'shoes', 'bags'";
            default -> "'6089232', '6089233'";
        };
    }
}
