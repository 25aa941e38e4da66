package io.arrtheaudio.adapter.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads the name of a file. Java decodes arguments, and encodes paths, by {@code sun.jnu.encoding}; without a locale that
 * is ASCII, and other names are lost before the program starts.
 */
final class FileName implements ITypeConverter<Path> {

    private static final char LOST = '\ufffd';

    @Override
    public Path convert(String value) {
        if (value.isEmpty()) {
            throw new TypeConversionException("is empty");
        }
        String encoding = System.getProperty("sun.jnu.encoding", "");
        if (value.indexOf(LOST) >= 0 && !isUtf8(encoding)) {
            throw unspeakable(value, encoding);
        }
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw unspeakable(value, encoding);
        }
    }

    private static boolean isUtf8(String encoding) {
        return encoding.equalsIgnoreCase("UTF-8");
    }

    private static TypeConversionException unspeakable(String value, String encoding) {
        return new TypeConversionException("'" + value + "' cannot be spelled in this process's encoding, " + encoding
                + "; set LC_ALL=C.UTF-8, or start the program by the arrtheaudio script, which sees to it");
    }
}
