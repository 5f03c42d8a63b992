package io.dronedelivery.mavlink.autopilot;

import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.mavlink.frame.Message.ExtendedSystemState;
import io.dronedelivery.mavlink.frame.Message.GlobalPosition;
import io.dronedelivery.mavlink.frame.Message.Heartbeat;
import io.dronedelivery.mavlink.frame.Message.Landed;

/**
 * On the ground or in the air. Without a landing detector a flight begins when an armed drone has risen, and ends when
 * it is disarmed: the altitude drifts by metres, so a low one does not end it, nor does a high one begin it unarmed.
 *
 * @param heard whether the autopilot has told yet if it is armed
 * @param flown whether it has been in the air since its mission was given to it
 */
record Flight(boolean heard, boolean armed, boolean airborne, boolean flown, boolean failing, Landed landed) {
    /** Above the drift of a drone that stands on the ground with motors turning. */
    static final double AIRBORNE_METERS_MIN = 1.5;

    /** What was last known, before the autopilot is heard (again). A flight that had ended by then is told already. */
    static Flight resumed(FlightStatus last) {
        boolean airborne =
                switch (last) {
                    case AIRBORNE, EMERGENCY -> true;
                    case GROUNDED, LANDED -> false;
                };
        return new Flight(false, false, airborne, airborne, false, Landed.UNDEFINED);
    }

    Flight after(Heartbeat heartbeat, boolean failing) {
        return new Flight(true, heartbeat.armed(), airborne, flown, failing, landed).settled(false);
    }

    Flight after(ExtendedSystemState state) {
        return new Flight(heard, armed, airborne, flown, failing, state.landed()).settled(false);
    }

    Flight after(GlobalPosition position) {
        return settled(position.relativeAltitude() > AIRBORNE_METERS_MIN);
    }

    Flight withNewMission() {
        return new Flight(heard, armed, airborne, airborne, failing, landed);
    }

    /** An autopilot on the ground reports failures too (before its checks are passed, say): they endanger no flight. */
    FlightStatus status() {
        if (airborne) {
            return failing ? FlightStatus.EMERGENCY : FlightStatus.AIRBORNE;
        }
        return flown ? FlightStatus.LANDED : FlightStatus.GROUNDED;
    }

    private Flight settled(boolean risen) {
        if (!heard) {
            return this;
        }
        boolean flies = armed
                && switch (landed) {
                    case ON_GROUND -> false;
                    case IN_AIR -> true;
                    case UNDEFINED -> airborne || risen;
                };
        return new Flight(true, armed, flies, flown || flies, failing, landed);
    }
}
