package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** How a drone's stream is distorted on its way. */
public enum Distortion {
    NONE {
        @Override
        public List<DroneStream> of(List<DroneStream> stream, Random random) {
            return stream;
        }
    },
    SHUFFLED {
        @Override
        public List<DroneStream> of(List<DroneStream> stream, Random random) {
            List<DroneStream> all = new ArrayList<>(stream);
            Collections.shuffle(all, random);
            return all;
        }
    },
    DOUBLED {
        @Override
        public List<DroneStream> of(List<DroneStream> stream, Random random) {
            return stream.stream()
                    .flatMap(sample -> List.of(sample, sample).stream())
                    .toList();
        }
    },
    GAPPED {
        @Override
        public List<DroneStream> of(List<DroneStream> stream, Random random) {
            return stream.stream().filter(_ -> random.nextInt(5) > 0).toList();
        }
    },
    PRE_FIX {
        @Override
        public List<DroneStream> of(List<DroneStream> stream, Random random) {
            return stream.stream()
                    .map(sample -> random.nextInt(6) == 0 ? placeless((DroneTelemetry) sample, random) : sample)
                    .toList();
        }

        /** Without a fix drones send no position now; earlier they sent zeros. */
        private static DroneTelemetry placeless(DroneTelemetry seen, Random random) {
            Double none = random.nextBoolean() ? null : Double.valueOf(0);
            return with(seen, none, none, seen.time());
        }
    },
    CLOCK_STEPPING_BACK {
        @Override
        public List<DroneStream> of(List<DroneStream> stream, Random random) {
            int step = random.nextInt(stream.size());
            List<DroneStream> all = new ArrayList<>(stream.subList(0, step));
            stream.subList(step, stream.size()).forEach(sample -> {
                DroneTelemetry seen = (DroneTelemetry) sample;
                all.add(with(
                        seen, seen.latitude(), seen.longitude(), seen.time().minusSeconds(7_200)));
            });
            return all;
        }
    },
    EVERYTHING {
        @Override
        public List<DroneStream> of(List<DroneStream> stream, Random random) {
            List<DroneStream> all = GAPPED.of(CLOCK_STEPPING_BACK.of(stream, random), random);
            return SHUFFLED.of(DOUBLED.of(all, random), random);
        }
    };

    public abstract List<DroneStream> of(List<DroneStream> stream, Random random);

    private static DroneTelemetry with(
            DroneTelemetry seen, @Nullable Double latitude, @Nullable Double longitude, Instant time) {
        return new DroneTelemetry(
                seen.droneId(),
                seen.sequence(),
                time,
                latitude,
                longitude,
                seen.altitude(),
                seen.groundSpeed(),
                seen.heading(),
                seen.battery(),
                seen.flightStatus(),
                seen.payload(),
                seen.mission());
    }
}
