package io.dronedelivery.gateway.docs;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.Problem;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.accounting.Accounts;
import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliverySearch;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.Fleet;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.contracts.drone.SetAside;
import io.dronedelivery.contracts.ingestion.DeliveryAccepted;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.contracts.transport.Shipments;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A schema of what is in the contracts has the same parts, and the same parts are always there. */
class ContractSchemasTest {
    private static final Map<String, Class<?>> RECORDS = Map.ofEntries(
            entry("Problem", Problem.class),
            entry("FieldError", Problem.FieldError.class),
            entry("Position", Position.class),
            entry("Money", Money.class),
            entry("Parcel", Parcel.class),
            entry("DeliveryAccepted", DeliveryAccepted.class),
            entry("DeliveryView", DeliveryView.class),
            entry("Reason", DeliveryView.Reason.class),
            entry("RefusedChange", DeliveryView.RefusedChange.class),
            entry("Eta", DeliveryView.Eta.class),
            entry("Interval", DeliveryView.Interval.class),
            entry("DeliveryPage", DeliveryView.Page.class),
            entry("Timeline", DeliveryView.Timeline.class),
            entry("DeliveryOrder", DeliveryOrder.class),
            entry("Stop", DeliveryOrder.Stop.class),
            entry("Contact", DeliveryOrder.Contact.class),
            entry("Assignment", Assignment.class),
            entry("EventHeader", DeliveryEvent.Header.class),
            entry("Cause", Cause.class),
            entry("Place", DeliverySearch.Place.class),
            entry("TelemetryBatch", Fleet.TelemetryBatch.class),
            entry("TelemetryAnswer", Fleet.TelemetryAnswer.class),
            entry("FlightOrder", Fleet.Order.class),
            entry("Flight", Fleet.Flight.class),
            entry("RefusedSample", Fleet.RefusedSample.class),
            entry("MissionReference", MissionReference.class),
            entry("Callback", Shipments.Callback.class),
            entry("Terms", Accounts.Terms.class),
            entry("Account", Accounts.Account.class),
            entry("Base", Fleet.Base.class),
            entry("Airframe", Fleet.Airframe.class),
            entry("Registration", Fleet.Registration.class),
            entry("Drone", Fleet.Drone.class),
            entry("WrittenOff", Fleet.WrittenOff.class),
            entry("WriteOff", Fleet.WriteOff.class),
            entry("RejectedReports", SetAside.Summary.class),
            entry("RejectedReport", SetAside.class));

    private static final Map<String, Class<? extends Enum<?>>> CODES = Map.of(
            "/Refusal", Refusal.class,
            "/DeliveryStatus", DeliveryStatus.class,
            "/Confirmation", DeliveryOrder.Confirmation.class,
            "/ParcelSize", Parcel.Size.class,
            "/FlightStatus", DroneTelemetry.FlightStatus.class,
            "/Availability", Fleet.Availability.class,
            "/Step", Step.class,
            "/RejectedReport/properties/reason", SetAside.Reason.class,
            "/Callback/properties/stage", Shipments.Stage.class,
            "/Cause/properties/source", Cause.Source.class);

    static Stream<Map.Entry<String, Class<?>>> records() {
        return RECORDS.entrySet().stream();
    }

    static Stream<Class<?>> events() {
        return Stream.concat(
                Arrays.stream(DeliveryEvent.class.getPermittedSubclasses()), Stream.of(DroneTelemetry.class));
    }

    static Stream<Map.Entry<String, Class<? extends Enum<?>>>> codes() {
        return CODES.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("records")
    void aSchemaHasThePartsOfItsRecord(Map.Entry<String, Class<?>> described) {
        JsonNode schema = schema("/" + described.getKey());

        assertThat(parts(schema)).containsExactlyInAnyOrderElementsOf(parts(described.getValue(), false));
        assertThat(required(schema)).containsExactlyInAnyOrderElementsOf(parts(described.getValue(), true));
    }

    @ParameterizedTest
    @MethodSource("events")
    void aSchemaOfAMessageAlsoNamesItsType(Class<?> message) {
        JsonNode schema = schema("/" + message.getSimpleName());

        assertThat(parts(schema)).containsExactlyInAnyOrderElementsOf(andType(parts(message, false)));
        assertThat(required(schema)).containsExactlyInAnyOrderElementsOf(andType(parts(message, true)));
        assertThat(schema.at("/properties/type/const").asText()).isEqualTo(message.getSimpleName());
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyCodeIsListed(Map.Entry<String, Class<? extends Enum<?>>> described) {
        assertThat(schema(described.getKey()).path("enum").valueStream().map(JsonNode::asText))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(described.getValue().getEnumConstants())
                                .map(Enum::name)
                                .toList());
    }

    @Test
    void everyEventOfADeliveryIsListed() {
        assertThat(schema("/DeliveryEvent").findValuesAsText("$ref"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(DeliveryEvent.class.getPermittedSubclasses())
                        .map(event -> "#/components/schemas/" + event.getSimpleName())
                        .toList());
    }

    private static JsonNode schema(String pointer) {
        return Described.API.at("/components/schemas" + pointer);
    }

    private static List<String> parts(JsonNode schema) {
        return schema.path("properties").propertyStream().map(Map.Entry::getKey).toList();
    }

    private static List<String> required(JsonNode schema) {
        return schema.path("required").valueStream().map(JsonNode::asText).toList();
    }

    /**
     * The names of a record's parts on the wire.
     *
     * @param always only of those that are always there
     */
    private static List<String> parts(Class<?> record, boolean always) {
        return Arrays.stream(record.getRecordComponents())
                .filter(part -> !always || !part.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(ContractSchemasTest::wireName)
                .toList();
    }

    private static String wireName(RecordComponent part) {
        JsonProperty renamed = part.getAccessor().getAnnotation(JsonProperty.class);
        return renamed == null || renamed.value().isEmpty() ? part.getName() : renamed.value();
    }

    private static List<String> andType(List<String> parts) {
        return Stream.concat(Stream.of("type"), parts.stream()).toList();
    }
}
