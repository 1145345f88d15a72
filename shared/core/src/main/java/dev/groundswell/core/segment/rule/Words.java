package dev.groundswell.core.segment.rule;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The fields that can stand somewhere, by their words.
 *
 * @param things what they are fields of, e.g. orders
 */
record Words<F extends Field>(String things, List<F> fields, Map<String, F> byWord) {

    static final Words<SegmentField> OF_CUSTOMERS = of("customers", SegmentField.values());
    static final Words<OrderField> OF_ORDERS = of("orders", OrderField.values());
    static final Words<EventField> OF_EVENTS = of("events", EventField.values());

    /** Nothing longer is compared with the words that there are, since nobody mistypes so much. */
    private static final int MAX_TYPO = 40;

    /** So many likely words are told. */
    private static final int MAX_LIKELY = 5;

    /** So many words are told where none is likelier than the others: enough for all operators. */
    private static final int MAX_TOLD = 12;

    private static <F extends Field> Words<F> of(String things, F[] fields) {
        return of(things, List.of(fields));
    }

    private static <F extends Field> Words<F> of(String things, List<F> fields) {
        var byWord = new HashMap<String, F>();
        fields.forEach(field -> byWord.put(field.word(), field));
        return new Words<>(things, fields, Map.copyOf(byWord));
    }

    Optional<F> find(String word) {
        return Optional.ofNullable(byWord.get(word.toLowerCase(Locale.ROOT)));
    }

    /** Those whose values are of the same kind, and of a choice the same. */
    Words<F> comparableWith(Field field) {
        return of(
                things,
                fields.stream()
                        .filter(each -> each.kind() == field.kind())
                        .filter(each -> each.choices().equals(field.choices()))
                        .toList());
    }

    /** A field for which any value can be read, in place of one that there is not. */
    F standIn() {
        return fields.stream()
                .filter(field -> field.kind() == ValueKind.TEXT)
                .findFirst()
                .orElseThrow();
    }

    List<String> likely(String typo) {
        return likely(typo, all());
    }

    /** To go on after "there is no". */
    String missing(String word) {
        return "field %s of %s".formatted(Shown.of(word), things);
    }

    List<String> all() {
        return fields.stream().map(Field::word).toList();
    }

    /** Those that look like the typo, the likeliest first; if none does, those that come first. */
    static List<String> likely(String typo, List<String> words) {
        var near = typo.length() > MAX_TYPO ? List.<String>of() : near(plain(typo), words);
        return near.isEmpty() ? words.stream().limit(MAX_TOLD).toList() : near;
    }

    private static List<String> near(String typo, List<String> words) {
        var most = Math.max(2, typo.length() / 3);
        return words.stream()
                .filter(word ->
                        isPart(typo, plain(word)) || distance(typo, plain(word)) <= Math.min(most, typo.length() - 1))
                .sorted(Comparator.comparingInt(word -> distance(typo, plain(word))))
                .limit(MAX_LIKELY)
                .toList();
    }

    /** {@code paidOrders} and {@code paid-orders} are like {@code paid_orders}. */
    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
    }

    private static boolean isPart(String typo, String word) {
        return typo.length() >= 3 && (word.contains(typo) || typo.contains(word));
    }

    /** Levenshtein's: letters to add, remove or change. */
    private static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        Arrays.setAll(row, index -> index);
        for (var place = 1; place <= one.length(); place++) {
            next(row, place, one.charAt(place - 1), other);
        }
        return row[other.length()];
    }

    private static void next(int[] row, int place, char letter, String other) {
        var diagonal = row[0];
        row[0] = place;
        for (var index = 1; index < row.length; index++) {
            var changed = diagonal + (letter == other.charAt(index - 1) ? 0 : 1);
            diagonal = row[index];
            row[index] = Math.min(changed, 1 + Math.min(row[index], row[index - 1]));
        }
    }
}
