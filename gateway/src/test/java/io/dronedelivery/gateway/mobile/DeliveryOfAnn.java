package io.dronedelivery.gateway.mobile;

import com.fasterxml.jackson.databind.JsonNode;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.delivery.Assignment.Means;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.Header;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.contracts.delivery.DeliveryView.Eta;
import io.dronedelivery.contracts.delivery.DeliveryView.Interval;
import io.dronedelivery.contracts.delivery.DeliveryView.Reason;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Contact;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Stop;
import io.dronedelivery.gateway.standin.ScriptedServices;
import io.dronedelivery.gateway.standin.ScriptedServices.Answer;
import io.dronedelivery.gateway.standin.ScriptedServices.Behaviour;
import io.dronedelivery.gateway.standin.ScriptedServices.Call;
import io.dronedelivery.issuer.Grant;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** The one delivery that the service delivery knows in these tests: the customer Ann's. */
final class DeliveryOfAnn {
    static final String ID = "7f1c0d2e-0b34-5c1d-9d2a-0d3c5a1b9e77";
    static final String OWNER = "ann";
    static final String PIN = "4711";
    static final long VERSION = 6;
    static final Instant START = Instant.parse("2026-11-20T14:00:00Z");
    static final Position PLACE = new Position(47.3832, 8.5281);
    private static final Assignment ASSIGNMENT =
            new Assignment(Means.DRONE, "drone-7", null, 15.0, START.plusSeconds(90), START.plusSeconds(340));
    private static final Money PRICE = new Money(790, "EUR");
    private static final String SERVICE = "delivery";
    private static final String VIEW = "/api/v2/deliveries/" + ID;
    private static final String TIMELINE = VIEW + "/timeline";

    private DeliveryOfAnn() {}

    /** From now on it is in that status, and the service behaves as it should. */
    static void is(DeliveryStatus status) {
        is(Json.text(view(status, Confirmation.PIN)), Json.text(timeline(status)));
    }

    /** From now on that is what the service tells of it. */
    static void is(String view, String timeline) {
        ScriptedServices.begin();
        ScriptedServices.behave(SERVICE, call -> {
            if (!ofOwner(call)) {
                return Answer.notFound();
            }
            return switch (call.uri()) {
                case VIEW -> new Answer(200, view);
                case TIMELINE -> new Answer(200, timeline);
                default -> Answer.notFound();
            };
        });
    }

    /** The service knows whose deliveries it may tell of by the token, as the real one does. */
    private static boolean ofOwner(Call call) {
        byte[] claims = Base64.getUrlDecoder().decode(call.authorization().split("\\.")[1]);
        return Json.read(claims, JsonNode.class).path("account").asText().equals(OWNER);
    }

    static void viewBehaves(Behaviour behaviour) {
        behaves(VIEW, behaviour);
    }

    static void timelineBehaves(Behaviour behaviour) {
        behaves(TIMELINE, behaviour);
    }

    private static void behaves(String path, Behaviour behaviour) {
        Behaviour usual = ScriptedServices.behaviour(SERVICE);
        ScriptedServices.behave(SERVICE, call -> call.uri().equals(path) ? behaviour.to(call) : usual.to(call));
    }

    static List<Call> calls() {
        return ScriptedServices.calls(SERVICE);
    }

    static DeliveryView view(DeliveryStatus status, Confirmation confirmation) {
        boolean ended = status.terminal();
        return new DeliveryView(
                ID,
                OWNER,
                status,
                VERSION,
                1,
                order(confirmation),
                START,
                START.plusSeconds(60),
                ASSIGNMENT,
                PRICE,
                ended ? null : eta(),
                ended ? null : PLACE,
                status == DeliveryStatus.FAILED || status == DeliveryStatus.RECOVERING
                        ? new Reason(Refusal.FLIGHT_FAILED, "The link was lost.")
                        : null,
                confirmation == Confirmation.PIN ? PIN : null,
                List.of());
    }

    private static Eta eta() {
        Instant expected = START.plusSeconds(340);
        return new Eta(
                expected,
                new Interval(expected.minusSeconds(10), expected.plusSeconds(20)),
                new Interval(expected.minusSeconds(50), expected.plusSeconds(90)));
    }

    private static DeliveryOrder order(Confirmation confirmation) {
        Contact sender = new Contact("Ann Smith", "+41 44 000 00 00", null);
        return new DeliveryOrder(
                new Stop(new Position(47.3769, 8.5417), null, sender, "Ring twice."),
                new Stop(new Position(47.3901, 8.5157), "Turbinenplatz, 8005 Zürich", null, null),
                START,
                START.plusSeconds(7200),
                new Parcel(Parcel.Size.SMALL, 900, null),
                false,
                confirmation,
                "Order 4711");
    }

    /** It was requested, scheduled, a change of it refused, and then it came to that status. */
    static DeliveryView.Timeline timeline(DeliveryStatus status) {
        DeliveryOrder order = order(Confirmation.PIN).withoutContacts();
        return new DeliveryView.Timeline(
                ID,
                List.of(
                        new DeliveryEvent.DeliveryRequested(header(1, DeliveryStatus.PENDING), "r1", order),
                        new DeliveryEvent.DeliveryCreated(
                                header(2, DeliveryStatus.SCHEDULED), "r1", order, ASSIGNMENT, PRICE),
                        new DeliveryEvent.DeliveryChangeRefused(
                                header(3, DeliveryStatus.SCHEDULED), "r2", Refusal.DEADLINE_PASSED, "too late"),
                        new DeliveryEvent.DeliveryHeadedToPickup(header(4, DeliveryStatus.HEADED_TO_PICKUP)),
                        new DeliveryEvent.DeliveryPickedUp(header(5, status))));
    }

    private static Header header(long version, DeliveryStatus status) {
        return new Header(
                ID,
                version,
                OWNER,
                1,
                status,
                START.plusSeconds(version),
                Cause.of(Cause.Source.TELEMETRY, "drone-7", "seen"));
    }

    static Grant owner() {
        return Grant.customer(OWNER);
    }
}
