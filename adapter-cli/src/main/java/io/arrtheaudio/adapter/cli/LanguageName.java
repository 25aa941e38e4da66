package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.language.Language;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a language as a person writes it. */
final class LanguageName implements ITypeConverter<Language> {

    @Override
    public Language convert(String value) {
        return Language.read(value.strip())
                .filter(Language::isSpoken)
                .orElseThrow(() -> new TypeConversionException(
                        "was '" + value + "' but must be a language such as jpn, ja, pt-BR or Japanese"));
    }
}
