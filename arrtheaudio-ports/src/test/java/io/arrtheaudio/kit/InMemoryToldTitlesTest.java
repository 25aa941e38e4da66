package io.arrtheaudio.kit;

import io.arrtheaudio.port.out.ToldTitleStore;

class InMemoryToldTitlesTest extends ToldTitleContract {

    private final InMemoryToldTitles titles = new InMemoryToldTitles();

    @Override
    protected ToldTitleStore open() {
        return titles;
    }
}
