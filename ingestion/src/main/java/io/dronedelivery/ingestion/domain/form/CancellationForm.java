package io.dronedelivery.ingestion.domain.form;

import java.util.List;
import java.util.Optional;

/** Reads why a delivery is cancelled, if somebody says so. */
public final class CancellationForm {
    private static final String REASON = "reason";

    private CancellationForm() {}

    /** The reason; empty where the body has none. */
    public static Reading<Optional<String>> read(Object body) {
        Faults faults = new Faults();
        Form form = Form.of(body, faults);
        return Reading.of(form == null ? null : reason(form), faults);
    }

    private static Optional<String> reason(Form form) {
        form.expect(List.of(), List.of(REASON));
        return Optional.ofNullable(form.text(REASON, TextRule.REASON));
    }
}
