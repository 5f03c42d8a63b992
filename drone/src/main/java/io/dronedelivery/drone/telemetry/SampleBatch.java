package io.dronedelivery.drone.telemetry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.dronedelivery.chassis.json.JsonFaults;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Problem.FieldError;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.Fleet.RefusedSample;
import io.dronedelivery.contracts.drone.Fleet.TelemetryAnswer;
import io.dronedelivery.contracts.drone.Fleet.TelemetryBatch;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A {@link TelemetryBatch} as it comes in. Its samples are not read yet, so that one that can't be read is refused alone,
 * not with its batch.
 */
record SampleBatch(
        @Size(min = 1, max = TelemetryBatch.SAMPLES_MAX) List<@Nullable JsonNode> samples,
        @Nullable Boolean more) {

    /** An empty text is no number, not one that is absent. */
    private static final ObjectMapper STRICT = Json.MAPPER.copy();

    static {
        STRICT.coercionConfigFor(LogicalType.Float)
                .setAcceptBlankAsEmpty(true)
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
    }

    /**
     * The samples, read.
     *
     * @param good those that are valid, in their order
     * @param places the place of each of those in the batch, from 0 on
     * @param bad what is wrong with the others, by their place
     */
    record Read(TelemetryBatch good, List<Integer> places, SortedMap<Integer, String> bad) {

        /** The answer in terms of the whole batch. */
        TelemetryAnswer answer(TelemetryAnswer ofGood) {
            Stream<RefusedSample> unreadable =
                    bad.entrySet().stream().map(wrong -> new RefusedSample(wrong.getKey(), wrong.getValue()));
            Stream<RefusedSample> implausible = ofGood.refused().stream()
                    .map(refused -> new RefusedSample(places.get(refused.index()), refused.reason()));
            List<RefusedSample> refused = Stream.concat(unreadable, implausible)
                    .sorted((one, other) -> Integer.compare(one.index(), other.index()))
                    .toList();
            return new TelemetryAnswer(ofGood.orders(), ofGood.unknown(), refused);
        }
    }

    Read read() {
        List<DroneTelemetry> good = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        SortedMap<Integer, String> bad = new TreeMap<>();
        for (int place = 0; place < samples.size(); place++) {
            try {
                DroneTelemetry sample = STRICT.treeToValue(samples.get(place), DroneTelemetry.class);
                List<FieldError> errors = SampleCheck.errors(sample);
                if (errors.isEmpty()) {
                    good.add(sample);
                    places.add(place);
                } else {
                    bad.put(place, sentence(errors));
                }
            } catch (JsonProcessingException unreadable) {
                bad.put(place, sentence(List.of(JsonFaults.of(unreadable, Json.bytes(samples.get(place))))));
            }
        }
        return new Read(new TelemetryBatch(good, more), places, bad);
    }

    private static String sentence(List<FieldError> errors) {
        return errors.stream()
                .map(error -> error.field().isEmpty() ? error.message() : error.field() + ": " + error.message())
                .collect(Collectors.joining("; "));
    }

    /** Whether no sample is of another drone. */
    boolean onlyOf(String droneId) {
        return IntStream.range(0, samples.size())
                .mapToObj(this::droneId)
                .flatMap(Optional::stream)
                .allMatch(droneId::equals);
    }

    /** The drone that a sample is of, if at least that can be read. */
    Optional<String> droneId(int place) {
        return Optional.ofNullable(samples.get(place))
                .map(sample -> sample.get("droneId"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
    }
}
