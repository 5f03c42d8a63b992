package io.dronedelivery.mavlink.autopilot;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.mavlink.autopilot.Link.Heard;
import io.dronedelivery.mavlink.frame.Datagram;
import io.dronedelivery.mavlink.frame.Message;
import io.dronedelivery.mavlink.frame.Message.GlobalPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The sources that speak for one drone. Several are trusted while they agree; the one trusted first leads. One that
 * contradicts the leader is not trusted, until all that are trusted are silent. Positions are taken from each, the
 * newest counts; of messages without a time each kind is taken from one at a time, so that a slower link tells no old news.
 */
final class Links {
    /** After this time without any message, another source is trusted. In the air, a radio may be out of reach for a while. */
    static final Duration SILENCE_ON_GROUND_MAX = Duration.ofSeconds(5);

    static final Duration SILENCE_IN_AIR_MAX = Duration.ofSeconds(30);

    /** Another source tells a kind of message when the first has not told it for this time. */
    static final Duration UNTOLD_MAX = Duration.ofSeconds(5);

    /** A source that does not fit a drone in the air, or contradicts one that is silent now, must be heard for this time. */
    static final Duration PROBATION = Duration.ofSeconds(5);

    /** How many sources are trusted at a time. */
    static final int TRUSTED_MAX = 4;

    /** How many others are remembered, those that were heard last, so that made-up sources can't fill the memory. */
    static final int OTHERS_MAX = 16;

    /** What becomes of a message. */
    sealed interface Verdict {
        /**
         * It is trusted.
         *
         * @param newSource whether these are the first of another source, whose clock began at another time
         * @param messages what is to be taken in: nothing where another source has told it already
         */
        record Trusted(boolean newSource, List<Heard> messages) implements Verdict {}

        /** Its source is not trusted yet. */
        record Waiting() implements Verdict {}

        /** Its source contradicts the one that is trusted. */
        record Contradicting(String detail) implements Verdict {}
    }

    private final DroneSnapshot known;
    private final List<Link> trusted = new ArrayList<>();
    private final Map<Source, Link> others = new LinkedHashMap<>(OTHERS_MAX, 0.75f, true);
    /** Whether the leader has ever told a thing that fits what was known. */
    private boolean fitting;

    /** Links of a drone that none has been heard of yet, but of which something may be known. */
    Links(DroneSnapshot known) {
        this.known = known;
    }

    /**
     * Judges what a source says.
     *
     * @param airborne whether the drone is in the air, by what is trusted
     */
    Verdict hear(Source source, Message message, boolean airborne, Instant now) {
        Duration silence = airborne ? SILENCE_IN_AIR_MAX : SILENCE_ON_GROUND_MAX;
        Link link = link(source, now);
        link.hear(message, now);
        if (trusted.contains(link)) {
            return heardOfTrusted(link, silence, now);
        }
        if (trusted.isEmpty()) {
            boolean usable = fits(link) || !wasInTheAir() || link.lasts(PROBATION, now);
            return link.isLocated() && usable ? lead(link) : new Verdict.Waiting();
        }
        return heardOfOther(link, silence, now);
    }

    private Link link(Source source, Instant now) {
        for (Link link : trusted) {
            if (link.source().equals(source)) {
                return link;
            }
        }
        Link link = others.computeIfAbsent(source, _ -> new Link(source, now));
        if (others.size() > OTHERS_MAX) {
            others.remove(others.keySet().iterator().next());
        }
        return link;
    }

    /** Whether what it has told fits what was known of the drone before any was heard. */
    private boolean fits(Link link) {
        boolean flies = !wasInTheAir() || link.armed().orElse(false);
        Position place = link.position().map(GlobalPosition::place).orElse(null);
        return link.isLocated() && flies && (place == null || Vicinity.of(known).includes(place, Duration.ZERO));
    }

    private boolean wasInTheAir() {
        return switch (known.flightStatus()) {
            case AIRBORNE, EMERGENCY -> true;
            case GROUNDED, LANDED -> false;
        };
    }

    private Verdict lead(Link link) {
        Instant lastHeard = trusted.stream()
                .map(Link::heardAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        trusted.clear();
        trusted.add(link);
        others.remove(link.source());
        fitting = fits(link);
        return new Verdict.Trusted(true, link.takeSince(lastHeard));
    }

    private Verdict heardOfTrusted(Link link, Duration silence, Instant now) {
        Link leader = leader(silence, now).orElse(link);
        fitting |= leader == link && fits(link);
        Optional<String> contradiction = leader == link ? Optional.empty() : link.contradicts(leader, now);
        if (contradiction.isPresent()) {
            trusted.remove(link);
            return new Verdict.Contradicting(contradiction.get());
        }
        return new Verdict.Trusted(false, news(link, leader, now));
    }

    private Verdict heardOfOther(Link link, Duration silence, Instant now) {
        Link leader = leader(silence, now).orElse(trusted.getFirst());
        Optional<String> contradiction = link.contradicts(leader, now);
        boolean free = leader.silent(silence, now) && link.lasts(PROBATION, now);
        if (link.isLocated() && contradiction.isEmpty() && !link.differs() && isRoom(silence, now)) {
            return join(link, leader, now);
        }
        if (link.isLocated() && (free || (!fitting && fits(link)))) {
            return lead(link);
        }
        return contradiction.<Verdict>map(Verdict.Contradicting::new).orElseGet(Verdict.Waiting::new);
    }

    private Verdict join(Link link, Link leader, Instant now) {
        trusted.add(link);
        others.remove(link.source());
        return new Verdict.Trusted(false, news(link, leader, now));
    }

    private List<Heard> news(Link link, Link leader, Instant now) {
        return link.takeSince(Instant.MIN).stream()
                .filter(heard -> isNews(link, leader, heard.message(), now))
                .toList();
    }

    private boolean isRoom(Duration silence, Instant now) {
        if (trusted.size() == TRUSTED_MAX) {
            trusted.removeIf(link -> link.silent(silence, now));
        }
        return trusted.size() < TRUSTED_MAX;
    }

    /** Of those that are not silent, the one that is trusted for longest. */
    private Optional<Link> leader(Duration silence, Instant now) {
        return trusted.stream().filter(link -> !link.silent(silence, now)).findFirst();
    }

    private boolean isNews(Link link, Link leader, Message message, Instant now) {
        OptionalLong told = message.timeSinceBootMillis();
        if (told.isPresent() && link.leaps(told.getAsLong())) {
            return link == leader; // its autopilot may have been started anew
        }
        boolean old = told.isPresent() && behindNewest(leader, told.getAsLong(), now) > Datagram.REORDERING_MILLIS_MAX;
        return !old && (message instanceof GlobalPosition || isToldBy(link, message, now));
    }

    /** A link whose clock is far from the leader's is left out: it has not heard of a reboot yet. */
    private long behindNewest(Link leader, long told, Instant now) {
        return trusted.stream()
                .filter(link -> link.apartInTime(leader, now).isEmpty())
                .mapToLong(link -> link.behind(told))
                .max()
                .orElse(0);
    }

    private boolean isToldBy(Link link, Message message, Instant now) {
        return trusted.stream()
                .filter(other -> other.tells(message.getClass(), UNTOLD_MAX, now))
                .findFirst()
                .filter(first -> first == link)
                .isPresent();
    }
}
