package io.dronedelivery.local.cli;

import io.dronedelivery.contracts.access.Scope;
import io.dronedelivery.issuer.Grant;
import io.dronedelivery.issuer.LocalIssuer;
import io.dronedelivery.local.project.StateFolder;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Prints a token for the system of the state folder. */
@Command(name = "token", description = "Print an access token.", mixinStandardHelpOptions = true)
final class Token implements Runnable {
    private static final List<String> SCOPES =
            List.of(Scope.CUSTOMER, Scope.OPERATOR, Scope.DRONE, Scope.CARRIER, Scope.SERVICE);
    private static final Duration LONGEST = Duration.ofDays(366);

    @ParentCommand
    private StateFolder state = new StateFolder();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--scope",
            description = "customer, operator, drone, carrier or service; may be given several times")
    private List<String> scopes = List.of();

    @Option(names = "--account", paramLabel = "ID", description = "the account of a customer")
    private @Nullable String account;

    @Option(
            names = "--subject",
            paramLabel = "NAME",
            description = "an operator's name, or the id of a drone, a carrier or a service")
    private @Nullable String subject;

    @Option(
            names = "--expires",
            paramLabel = "TIME",
            converter = Time.class,
            description = "after how long it expires: 30s, 15m, 8h or 7d; 1h unless given")
    private Duration lifetime = Duration.ofHours(1);

    /** A number and its unit. */
    static final class Time implements ITypeConverter<Duration> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,6})([smhd])");

        @Override
        public Duration convert(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new CommandLine.TypeConversionException("must be like 30s, 15m, 8h or 7d, but is " + text);
            }
            long number = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
            };
        }
    }

    /** Lets another key sign from now on. */
    @Command(
            name = "rotate",
            description = "Sign with the next key from now on. Earlier tokens stay good until the next rotation.",
            mixinStandardHelpOptions = true)
    void rotate() {
        LocalIssuer issuer = LocalIssuer.in(state.project().access());
        issuer.rotate();
        System.out.println("published keys, the last but one signs: " + String.join(" ", issuer.keyIds()));
    }

    @Override
    public void run() {
        System.out.println(LocalIssuer.in(state.project().access()).token(grant()));
    }

    private Grant grant() {
        if (scopes.isEmpty()) {
            throw wrong("--scope is required: one of " + String.join(", ", SCOPES));
        }
        if (!SCOPES.containsAll(scopes)) {
            throw wrong("--scope must be one of " + String.join(", ", SCOPES) + ", but is " + String.join(" ", scopes));
        }
        if (lifetime.isZero() || lifetime.compareTo(LONGEST) > 0) {
            throw wrong("--expires must be from 1s to 366d");
        }
        if (scopes.contains(Scope.CUSTOMER) == (account == null)) {
            throw wrong("--account is required for customers, and for nobody else");
        }
        String who = subject == null ? account : subject;
        if (who == null) {
            throw wrong("--subject is required: an operator's name, or the id of a drone, a carrier or a service");
        }
        return new Grant(String.join(" ", scopes), who, account, lifetime);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }
}
