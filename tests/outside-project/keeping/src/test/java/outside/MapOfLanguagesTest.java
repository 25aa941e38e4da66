package outside;

import io.arrtheaudio.kit.LanguageCacheContract;
import io.arrtheaudio.port.out.LanguageCache;

class MapOfLanguagesTest extends LanguageCacheContract {

    private final MapOfLanguages languages = new MapOfLanguages();

    @Override
    protected LanguageCache open() {
        return languages;
    }
}
