package dev.groundswell.core.campaign;

import dev.groundswell.core.message.provider.Provider;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What 1,000 parts or mails cost at each provider, in minor units, as it was when the campaign's cost was worked out. So what is
 * settled never exceeds what was reserved, whatever prices do meanwhile.
 */
public record PriceList(Map<String, Long> perThousand) {

    private static final BigInteger THOUSAND = BigInteger.valueOf(1_000);

    public PriceList {
        perThousand = Map.copyOf(perThousand);
    }

    public static PriceList of(Collection<Provider> providers) {
        return new PriceList(providers.stream()
                .collect(Collectors.toMap(provider -> provider.id().value(), Provider::pricePerThousand)));
    }

    /** What so many parts may cost at most, in whole minor units. */
    public long atMost(long parts) {
        return wholeUnits(BigInteger.valueOf(parts).multiply(BigInteger.valueOf(dearest())));
    }

    /**
     * What was taken costs.
     *
     * @param parts by provider; one that has no price is paid as the dearest
     */
    long of(Map<String, Long> parts) {
        var thousandths = parts.entrySet().stream()
                .map(entry -> BigInteger.valueOf(entry.getValue())
                        .multiply(BigInteger.valueOf(perThousand.getOrDefault(entry.getKey(), dearest()))))
                .reduce(BigInteger.ZERO, BigInteger::add);
        return wholeUnits(thousandths);
    }

    private long dearest() {
        return perThousand.values().stream().mapToLong(price -> price).max().orElse(0);
    }

    private static long wholeUnits(BigInteger thousandths) {
        return thousandths
                .add(THOUSAND)
                .subtract(BigInteger.ONE)
                .divide(THOUSAND)
                .longValueExact();
    }
}
