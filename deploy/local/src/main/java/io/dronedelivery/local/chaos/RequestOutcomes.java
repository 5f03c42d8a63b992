package io.dronedelivery.local.chaos;

import static java.util.stream.Collectors.groupingBy;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCancelled;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryChangeRefused;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCreated;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryRejected;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryRequested;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryRescheduled;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.local.access.Credentials;
import io.dronedelivery.local.chaos.load.AcceptedRequest;
import io.dronedelivery.local.check.Verdict;
import io.dronedelivery.local.customer.PublicApi;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The outcomes of the accepted requests, as their owners see them through the public API. */
public final class RequestOutcomes {
    private final URI deliveries;
    private final Credentials credentials;
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<String> violations = new ArrayList<>();

    /**
     * None looked up yet.
     *
     * @param deliveries the deliveries of the public API
     */
    public RequestOutcomes(URI deliveries, Credentials credentials) {
        this.deliveries = deliveries;
        this.credentials = credentials;
    }

    /** Looks every accepted request up. Nothing may be under way in the system. */
    public Verdict of(List<AcceptedRequest> accepted) throws InterruptedException {
        Map<String, List<AcceptedRequest>> byAccount =
                accepted.stream().collect(groupingBy(AcceptedRequest::accountId));
        for (Map.Entry<String, List<AcceptedRequest>> account : byAccount.entrySet()) {
            try (PublicApi api = new PublicApi(deliveries, credentials.customer(account.getKey()))) {
                Map<String, List<AcceptedRequest>> byDelivery =
                        account.getValue().stream().collect(groupingBy(AcceptedRequest::deliveryId));
                for (Map.Entry<String, List<AcceptedRequest>> delivery : byDelivery.entrySet()) {
                    lookUp(api, delivery.getKey(), delivery.getValue());
                }
            }
        }
        return new Verdict("every 202 of this run has ended, and its owner sees how", accepted.size(), violations);
    }

    /** How many requests and deliveries had each outcome, by its name. */
    Map<String, Integer> outcomes() {
        return outcomes;
    }

    private void lookUp(PublicApi api, String deliveryId, List<AcceptedRequest> accepted) throws InterruptedException {
        try {
            Optional<DeliveryView> view = api.find(deliveryId);
            if (view.isEmpty()) {
                violations.add(deliveryId + " was accepted, but its owner does not see it: " + accepted);
                return;
            }
            check(view.get());
            List<DeliveryEvent> timeline = api.timeline(deliveryId);
            accepted.stream().distinct().forEach(request -> check(request, timeline));
        } catch (IOException | PublicApi.Refused failed) {
            violations.add(deliveryId + " can't be looked up: " + failed.getMessage());
        }
    }

    private void check(DeliveryView view) {
        DeliveryView.Reason reason = view.reason();
        String why = reason == null ? "" : " " + reason.code();
        outcomes.merge("delivery " + view.status() + why, 1, Integer::sum);
        if (!view.status().terminal()) {
            violations.add(view.deliveryId() + " is still " + view.status() + why);
        }
    }

    private void check(AcceptedRequest request, List<DeliveryEvent> timeline) {
        List<String> answers = timeline.stream()
                .flatMap(event -> answer(event, request.requestId()).stream())
                .toList();
        if (answers.isEmpty()) {
            violations.add(request + " was never answered by an event");
        } else {
            outcomes.merge(request.what() + ": " + answers.getLast(), 1, Integer::sum);
        }
    }

    /** How the event answers the request; empty if it does not. */
    private static Optional<String> answer(DeliveryEvent event, String requestId) {
        return switch (event) {
            case DeliveryRequested requested -> answer(requestId, requested.requestId(), "known");
            case DeliveryCreated created -> answer(requestId, created.requestId(), "carried out");
            case DeliveryRescheduled rescheduled -> answer(requestId, rescheduled.requestId(), "carried out");
            case DeliveryCancelled cancelled -> answer(requestId, cancelled.requestId(), "carried out");
            case DeliveryRejected rejected -> answer(requestId, rejected.requestId(), "rejected " + rejected.code());
            case DeliveryChangeRefused refused -> answer(requestId, refused.requestId(), "refused " + refused.code());
            case DeliveryEvent.DeliveryHeadedToPickup _,
                    DeliveryEvent.DeliveryPickedUp _,
                    DeliveryEvent.DeliveryHeadedToDropoff _,
                    DeliveryEvent.DeliveryArriving _,
                    DeliveryEvent.DeliveryCompleted _,
                    DeliveryEvent.DeliveryInterrupted _,
                    DeliveryEvent.DeliveryReturned _,
                    DeliveryEvent.DeliveryFailed _ -> Optional.empty();
        };
    }

    private static Optional<String> answer(String asked, String answered, String how) {
        return asked.equals(answered) ? Optional.of(how) : Optional.empty();
    }
}
