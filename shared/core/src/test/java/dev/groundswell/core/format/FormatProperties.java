package dev.groundswell.core.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.format.ColumnMapping.Reading;
import dev.groundswell.core.order.OrderChangeReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever comes, each format answers with one of its three outcomes, and says the same thing when asked again. */
class FormatProperties {

    private static final int TRIES = 400;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** What has broken readers before, and what stands in the samples' own fields. */
    private static final Object[] STRANGE = {
        "",
        " ",
        "\0",
        "\ud83d",
        "=\"\"",
        "='",
        "'",
        "null",
        "NaN",
        "-1",
        "1e9",
        "1E+400",
        "0",
        "٣",
        "9".repeat(400),
        "x".repeat(5_000),
        "a\nb,\"c",
        "https://[",
        "javascript:alert(1)",
        "0000-00-00 00:00:00",
        "2020-02-30 00:00:00",
        "9999-12-31T23:59:59Z",
        "+999999999-12-31T23:59:59Z",
        "2020-01-01T00:00:00-00:00",
        "2017-07-28 14:18:32",
        "paid",
        "COMPLETED",
        "***",
        "&#1114112;",
        "&#55357;",
        0,
        -1,
        5,
        Integer.MIN_VALUE,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        new BigInteger("9").pow(2_000),
        0.0,
        -0.0,
        1e308,
        Double.NaN,
        Double.NEGATIVE_INFINITY,
        3.5f,
        Float.NaN,
        new BigDecimal("1E+999999999"),
        new BigDecimal("1E-999999999"),
        new BigDecimal("12.345"),
        true,
        false,
        List.of(),
        Map.of(),
        new ArrayList<>(java.util.Arrays.asList((Object) null)),
        'x',
        new Object[0]
    };

    private final List<OrderFormat> formats = List.of(
            new CanonicalChanges(),
            new TaobaoExport(),
            new TaobaoTrades(),
            new ShopifyOrders(),
            new WooCommerceOrders(ZONE),
            mapped(Samples.mapping()));

    private final List<Map<String, @Nullable Object>> samples = List.of(
            canonical(),
            Samples.exportRow(),
            Samples.trade(),
            Samples.shopifyOrder(),
            Samples.wooOrder(),
            Samples.mappedRow());

    private static Map<String, @Nullable Object> canonical() {
        return new LinkedHashMap<>(Conversions.change(new TaobaoTrades().convert(Samples.trade())));
    }

    private static OrderFormat mapped(Map<String, ?> mapping) {
        return switch (ColumnMapping.read(mapping)) {
            case Reading.Valid(var valid) -> new MappedRows(valid, Currency.getInstance("EUR"), ZONE);
            case Reading.Invalid(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    @Property(tries = TRIES)
    void anyValuesAtAllAreAnswered(@ForAll("seeds") long seed) {
        var random = new Random(seed);
        for (var i = 0; i < formats.size(); i++) {
            check(formats.get(i), object(random, samples.get(i), 3));
        }
    }

    @Property(tries = TRIES)
    void anOrdinaryRecordWithAFewStrangeFieldsIsAnswered(@ForAll("seeds") long seed) {
        var random = new Random(seed);
        for (var i = 0; i < formats.size(); i++) {
            Object mutated = samples.get(i);
            for (var times = random.nextInt(3); times >= 0; times--) {
                mutated = mutated(random, mutated);
            }
            checkRecord(formats.get(i), mutated);
        }
    }

    @Property(tries = TRIES)
    void anItemFileWithStrangeCellsIsAnswered(@ForAll("seeds") long seed) {
        var random = new Random(seed);
        var row = asRow(mutated(random, mutated(random, Samples.exportItem())));

        switch (TaobaoExportItem.read(row)) {
            case TaobaoExportItem.Reading.Item(var item) ->
                checkOutcome(new TaobaoExport().convert(Samples.exportRow(), List.of(item)));
            case TaobaoExportItem.Reading.Refused(var rejection) ->
                assertThat(rejection.message()).isNotBlank();
        }
    }

    @Property(tries = TRIES)
    void aStrangeMappingIsAnsweredAndAValidOneCanBeApplied(@ForAll("seeds") long seed) {
        var random = new Random(seed);
        var mapping =
                asRow(mutated(random, random.nextBoolean() ? mutated(random, Samples.mapping()) : Samples.mapping()));

        switch (ColumnMapping.read(mapping)) {
            case Reading.Valid(var valid) -> {
                assertThat(ColumnMapping.read(valid.values())).isEqualTo(new Reading.Valid(valid));
                check(new MappedRows(valid, Currency.getInstance("EUR"), ZONE), Samples.mappedRow());
            }
            case Reading.Invalid(var problems) -> assertThat(problems).isNotEmpty();
        }
    }

    @SuppressWarnings("unchecked") // rows of tests have text for names
    private static Map<String, @Nullable Object> asRow(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }

    private static void checkRecord(OrderFormat format, @Nullable Object record) {
        if (record == null) {
            return;
        }
        checkOutcome(format.convertRecord(record));
        for (var found : format.records(record)) {
            checkOutcome(format.convertRecord(found));
        }
    }

    private static void check(OrderFormat format, Map<String, @Nullable Object> record) {
        var conversion = format.convert(record);
        checkOutcome(conversion);
        assertThat(format.convert(record)).isEqualTo(conversion);
    }

    private static void checkOutcome(Conversion conversion) {
        switch (conversion) {
            case Conversion.Change(var values) -> new OrderChangeReader(Currency.getInstance("CNY")).read(values);
            case Conversion.Refused(var rejection) -> {
                assertThat(rejection.message()).isNotBlank();
                assertThat(rejection.message()).hasSizeLessThan(2_000);
            }
            case Conversion.NotAnOrder(var reason) -> assertThat(reason).isNotBlank();
        }
    }

    private static @Nullable Object value(Random random, Map<String, ?> names, int depth) {
        var kind = random.nextInt(depth == 0 ? 10 : 14);
        if (kind < 9) {
            return STRANGE[random.nextInt(STRANGE.length)];
        }
        if (kind == 9) {
            return null;
        }
        if (kind < 12) {
            return object(random, names, depth - 1);
        }
        var list = new ArrayList<@Nullable Object>();
        for (var i = random.nextInt(4); i > 0; i--) {
            list.add(value(random, names, depth - 1));
        }
        return list;
    }

    /** Under the names that the format knows, and others. */
    private static Map<String, @Nullable Object> object(Random random, Map<String, ?> names, int depth) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        for (var name : names.keySet()) {
            if (random.nextInt(4) > 0) {
                object.put(name, value(random, names, depth));
            }
        }
        object.put("x" + random.nextInt(9), value(random, names, depth));
        return object;
    }

    /** The value with one thing in it, at any depth, replaced, removed or taken from elsewhere. */
    private static @Nullable Object mutated(Random random, @Nullable Object value) {
        if (value instanceof Map<?, ?> map && !map.isEmpty() && random.nextInt(12) > 0) {
            var keys = new ArrayList<>(map.keySet());
            var key = String.valueOf(keys.get(random.nextInt(keys.size())));
            var changed = new LinkedHashMap<String, @Nullable Object>();
            map.forEach((name, inner) -> changed.put(String.valueOf(name), inner));
            if (random.nextInt(6) == 0) {
                changed.remove(key);
            } else {
                changed.put(key, mutated(random, changed.get(key)));
            }
            return changed;
        }
        if (value instanceof List<?> list && !list.isEmpty() && random.nextInt(6) > 0) {
            var changed = new ArrayList<@Nullable Object>(list);
            var index = random.nextInt(changed.size());
            changed.set(index, mutated(random, changed.get(index)));
            return changed;
        }
        return value(random, Map.of(), 1);
    }
}
