package outside;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.port.out.OriginalLanguages;

/** A house in which all films are Japanese. */
class House implements OriginalLanguages {

    @Override
    public OriginalLanguage of(TitleHint title) {
        return new OriginalLanguage(new Language("jpn", "", ""), "this house");
    }
}
