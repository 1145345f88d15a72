/** Days, hours and months in the store's time zone. Read {@link dev.groundswell.core.time.Granule} and {@link dev.groundswell.core.time.StoreCalendar}. */
@NullMarked
package dev.groundswell.core.time;

import org.jspecify.annotations.NullMarked;
