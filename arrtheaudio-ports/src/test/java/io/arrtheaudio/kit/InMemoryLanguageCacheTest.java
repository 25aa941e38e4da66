package io.arrtheaudio.kit;

import io.arrtheaudio.port.out.LanguageCache;

class InMemoryLanguageCacheTest extends LanguageCacheContract {

    private final InMemoryLanguageCache cache = new InMemoryLanguageCache();

    @Override
    protected LanguageCache open() {
        return cache;
    }
}
