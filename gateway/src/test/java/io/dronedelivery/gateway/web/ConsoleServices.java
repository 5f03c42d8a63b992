package io.dronedelivery.gateway.web;

import io.dronedelivery.gateway.standin.ScriptedServices;
import io.dronedelivery.gateway.standin.ScriptedServices.Answer;
import io.dronedelivery.gateway.standin.ScriptedServices.Behaviour;
import java.util.List;
import java.util.Map;

/** All services, as operators find them. */
final class ConsoleServices {
    static final List<String> ALL = List.of(
            "accounting", "delivery", "drone", "ingestion", "packaging", "scheduler", "supervisor", "transport");
    static final String DOWNSTREAMS = "/operations/downstreams";

    /** What the services tell when all is well, by service and path. */
    private static final Map<String, Map<String, String>> WELL = Map.of(
            "delivery",
            Map.of("/operations/counts", "{\"underWay\":{\"PENDING\":2,\"SCHEDULED\":0,\"LOST_IN_SPACE\":1}}"),
            "drone",
            Map.of("/operations/counts", "{\"drones\":{\"FREE\":31,\"ON_MISSION\":24,\"ASLEEP\":1}}"),
            "scheduler",
            Map.of("/operations/intake", """
                    {"state":"OPEN","since":"2026-11-20T13:00:00Z","because":[],"holding":false}"""),
            "supervisor",
            Map.of("/operations/counts", """
                    {"alerts":{"RECOVER_PARCEL":1,"OVERDUE_FLIGHT":0},"compensations":{"PARKED":0,"UNDECIDED":1},
                     "deadLetters":{"delivery.events":2}}"""));

    private ConsoleServices() {}

    /** From now on: all is well, and all calls between services go through. */
    static void areWell() {
        ScriptedServices.begin();
        ALL.forEach(service -> ScriptedServices.behave(service, call -> {
            String told = call.uri().equals(DOWNSTREAMS)
                    ? "[]"
                    : WELL.getOrDefault(service, Map.of()).get(call.uri());
            return told == null ? Answer.notFound() : new Answer(200, told);
        }));
    }

    /** From now on the service behaves so to what is asked for at that path. */
    static void behave(String service, String path, Behaviour behaviour) {
        Behaviour usual = ScriptedServices.behaviour(service);
        ScriptedServices.behave(
                service, call -> call.uri().split("\\?", 2)[0].equals(path) ? behaviour.to(call) : usual.to(call));
    }

    /** From now on the service fails, whatever it is asked. */
    static void fails(String service) {
        ScriptedServices.behave(service, _ -> Answer.failure(500));
    }
}
