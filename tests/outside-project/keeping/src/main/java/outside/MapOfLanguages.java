package outside;

import io.arrtheaudio.domain.title.KnownLanguage;
import io.arrtheaudio.port.out.LanguageCache;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

class MapOfLanguages implements LanguageCache {

    private final Map<String, KnownLanguage> answers = new ConcurrentHashMap<>();

    @Override
    public Optional<KnownLanguage> find(String title) {
        return Optional.ofNullable(answers.get(title));
    }

    @Override
    public void put(KnownLanguage answer) {
        answers.put(answer.title(), answer);
    }

    @Override
    public List<KnownLanguage> all() {
        return answers.values().stream()
                .sorted(Comparator.comparing(KnownLanguage::at).reversed())
                .toList();
    }

    @Override
    public int forget(List<String> titles) {
        List<String> doomed = titles.isEmpty() ? List.copyOf(answers.keySet()) : titles;
        return (int) doomed.stream().filter(title -> answers.remove(title) != null).count();
    }
}
