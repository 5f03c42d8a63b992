package io.dronedelivery.chassis.store;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.runtime.PreventFurtherStepsException;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Ends a service whose database was made by other migrations than its own, with an exit code that says so. */
@Singleton
class IncompatibleData implements FlywayConfigurationCustomizer, Callback {
    /** The local runtime tells people what to do about it (its ProcessMonitor). */
    static final int EXIT_CODE = 78;

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.callbacks(this);
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_VALIDATE_ERROR;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        throw new PreventFurtherStepsException("The stored data are of an incompatible version.", EXIT_CODE);
    }

    @Override
    public String getCallbackName() {
        return "incompatible data";
    }
}
