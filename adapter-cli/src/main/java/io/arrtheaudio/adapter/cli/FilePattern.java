package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.library.Glob;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a pattern for file names. */
final class FilePattern implements ITypeConverter<Glob> {

    @Override
    public Glob convert(String value) {
        try {
            return Glob.ofFiles(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("cannot be read: " + e.getMessage());
        }
    }
}
