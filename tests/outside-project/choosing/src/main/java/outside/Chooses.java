package outside;

import io.arrtheaudio.domain.language.Language;

class Chooses {

    static boolean isWanted(String told) {
        return Language.read(told).filter(new Language("jpn", "", "")::equals).isPresent();
    }
}
