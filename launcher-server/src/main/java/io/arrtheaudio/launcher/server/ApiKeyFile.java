package io.arrtheaudio.launcher.server;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * The key that callers show, for whoever has set none: in a file of the data folder that only its owner may read, made at
 * the first start.
 *
 * <p>Thread-safe, and safe among processes: of several that start at once all get the same key.
 */
public final class ApiKeyFile {

    private static final int KEY_BYTES = 32;

    private final Path file;

    /** @param dataFolder where the file is; made with it if need be */
    public ApiKeyFile(Path dataFolder) {
        this.file = dataFolder.resolve("api.key");
    }

    /** Where it is. */
    public Path file() {
        return file;
    }

    /**
     * The key, if one was made.
     *
     * @throws AudioFixException {@code FIX_SETTINGS} if there is a file that this user may not read, or that holds no key
     */
    public Optional<String> read() {
        try {
            String key = Files.readString(file, StandardCharsets.UTF_8).strip();
            if (!key.matches("[!-~]{16,512}")) {
                throw new AudioFixException(
                        Remedy.FIX_SETTINGS,
                        "cannot use the key in " + file
                                + ": it is not 16 letters, digits and signs at least; remove the"
                                + " file, so that a new one is made, or set api.api_key");
            }
            return Optional.of(key);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw cannot("read", e);
        }
    }

    /**
     * The key, which is made if there is none.
     *
     * @throws AudioFixException {@code FIX_SETTINGS} if that cannot be
     */
    String readOrMake() {
        return read().orElseGet(this::make);
    }

    /**
     * A new key in the place of the old one; a daemon that runs takes it within a second.
     *
     * @throws AudioFixException {@code FIX_SETTINGS} if that cannot be
     */
    public String rotate() {
        String key = newKey();
        try {
            Files.createDirectories(file.getParent());
            Path draft = draft(key);
            try {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
            return key;
        } catch (IOException | UnsupportedOperationException e) {
            throw cannot("renew", e);
        }
    }

    private Path draft(String key) throws IOException {
        Path draft = Files.createTempFile(file.getParent(), "api", ".key", privately());
        Files.writeString(draft, key + "\n", StandardOpenOption.WRITE);
        return draft;
    }

    private static String newKey() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** Of two that make one, the second takes that of the first. */
    private String make() {
        String key = newKey();
        try {
            Files.createDirectories(file.getParent());
            Path draft = draft(key);
            try {
                publish(draft);
            } finally {
                Files.deleteIfExists(draft);
            }
            return key;
        } catch (FileAlreadyExistsException e) {
            return read().orElseThrow(() -> cannot("read", e));
        } catch (IOException | UnsupportedOperationException e) {
            throw cannot("make", e);
        }
    }

    /** It appears whole, and only if there is none; file systems without links have no better way than to look first. */
    private void publish(Path draft) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (FileSystemException | UnsupportedOperationException e) {
            Files.move(draft, file);
        }
    }

    private static FileAttribute<?>[] privately() {
        Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private AudioFixException cannot(String attempt, Exception cause) {
        return new AudioFixException(
                Remedy.FIX_SETTINGS,
                "cannot " + attempt + " the key for callers in " + file + ": " + why(cause)
                        + "; let this user read and write the folder, or set api.api_key",
                cause);
    }

    /** Without the names of classes and of drafts. */
    private static String why(Exception cause) {
        if (cause instanceof AccessDeniedException) {
            return "this user may not";
        }
        return cause instanceof FileSystemException failure && failure.getReason() != null
                ? failure.getReason()
                : "the disk does not do what it should";
    }
}
