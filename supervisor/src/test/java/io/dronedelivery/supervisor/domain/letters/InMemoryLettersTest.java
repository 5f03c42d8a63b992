package io.dronedelivery.supervisor.domain.letters;

import java.util.ArrayList;
import java.util.List;

class InMemoryLettersTest extends LettersContract {
    private final List<Publication> published = new ArrayList<>();
    private final Letters letters = new InMemoryLetters(published::add);

    @Override
    protected Letters letters() {
        return letters;
    }

    @Override
    protected List<Publication> published(String id, int count) {
        return published;
    }
}
