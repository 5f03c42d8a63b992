package io.dronedelivery.mavlink.log;

import io.dronedelivery.mavlink.frame.Datagram;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Turns a vehicle's time since boot into the time by which its log was written. The two clocks differ by one offset as
 * long as the vehicle does not reboot, but the radio link held some messages back for seconds: the median tells.
 */
public final class LogClock {
    private static final long MICROS_PER_MILLI = 1_000;

    /** By the number of the first entry after a boot. */
    private final NavigableMap<Integer, Long> offsetMicros = new TreeMap<>();

    public LogClock(FlightLog log, int system) {
        List<Long> offsets = new ArrayList<>();
        int first = 0;
        long latest = 0;
        for (int number = 0; number < log.entries().size(); number++) {
            FlightLog.Entry entry = log.entries().get(number);
            long bootMillis = entry.from(system)
                    .flatMapToLong(message -> message.timeSinceBootMillis().stream())
                    .findFirst()
                    .orElse(latest);
            if (bootMillis + Datagram.REORDERING_MILLIS_MAX < latest) {
                settle(first, offsets);
                first = number;
            }
            if (bootMillis != latest) {
                offsets.add(entry.unixMicros() - bootMillis * MICROS_PER_MILLI);
            }
            latest = bootMillis;
        }
        settle(first, offsets);
    }

    /** The log's time, in microseconds since 1970, of a moment since boot that an entry tells. */
    public long unixMicros(int entry, long bootMillis) {
        return offsetMicros.floorEntry(entry).getValue() + bootMillis * MICROS_PER_MILLI;
    }

    private void settle(int first, List<Long> offsets) {
        List<Long> sorted = offsets.stream().sorted().toList();
        offsetMicros.put(first, sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2));
        offsets.clear();
    }
}
