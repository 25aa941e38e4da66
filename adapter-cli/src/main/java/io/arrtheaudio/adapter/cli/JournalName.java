package io.arrtheaudio.adapter.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the id of something in the journal. An empty one would fit everything there. */
final class JournalName implements ITypeConverter<String> {

    @Override
    public String convert(String value) {
        if (value.isBlank()) {
            throw new TypeConversionException("is empty");
        }
        return value.strip();
    }
}
