package io.dronedelivery.supervisor.deadletter.domain;

import java.util.ArrayList;
import java.util.List;

class InMemoryDeadLettersTest extends DeadLettersContract {
    private final List<Publication> published = new ArrayList<>();
    private final DeadLetters letters = new InMemoryDeadLetters(published::add);

    @Override
    protected DeadLetters letters() {
        return letters;
    }

    @Override
    protected List<Publication> published(String id, int count) {
        return published;
    }
}
