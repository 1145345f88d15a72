package dev.groundswell.core.format;

import java.util.LinkedHashMap;
import java.util.Map;

/** Order changes that are canonical already. */
public final class CanonicalChanges implements OrderFormat {

    @Override
    public Conversion convert(Map<String, ?> source) {
        return new Conversion.Change(new LinkedHashMap<>(source));
    }
}
