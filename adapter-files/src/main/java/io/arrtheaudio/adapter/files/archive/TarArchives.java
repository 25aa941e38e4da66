package io.arrtheaudio.adapter.files.archive;

import io.arrtheaudio.domain.backup.Backup;
import io.arrtheaudio.domain.backup.BackupEntry;
import io.arrtheaudio.domain.backup.BackupFile;
import io.arrtheaudio.domain.backup.BackupLabel;
import io.arrtheaudio.domain.backup.BackupPart;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.port.out.BackupArchives;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Backups as {@code .tar.gz}.
 *
 * <p>Thread-safe.
 */
public final class TarArchives implements BackupArchives {

    private static final int PIECE = 64 * 1024;

    @Override
    public BackupFile write(Path place, String name, BackupLabel label, Path database, Map<BackupPart, byte[]> others) {
        Path file = Files.isDirectory(place) ? place.resolve(name) : place;
        try {
            Map<BackupPart, byte[]> rest = new TreeMap<>(others);
            rest.remove(BackupPart.DATABASE);
            Backup backup = described(label, database, rest);
            ArchiveDisk.publish(file, out -> pack(backup, database, rest, out));
            return new BackupFile(file, Files.size(file), backup);
        } catch (IOException e) {
            throw Unwritable.because("the backup", file, e);
        }
    }

    @Override
    public Backup verify(Path file) {
        return read(file, new ArchiveReader.Destination() {
            @Override
            public void expect(Backup backup) {
                // nothing of it is kept, so it needs no room
            }

            @Override
            public OutputStream open(BackupPart part) {
                return OutputStream.nullOutputStream();
            }
        });
    }

    @Override
    public Backup unpack(Path file, Path folder) {
        return read(file, new ArchiveReader.Destination() {
            @Override
            public void expect(Backup backup) throws IOException {
                expectRoom(file, folder, backup.size());
            }

            @Override
            public OutputStream open(BackupPart part) throws IOException {
                return new BufferedOutputStream(ArchiveDisk.create(folder.resolve(part.fileName())), 1 << 20);
            }
        });
    }

    @Override
    public int keepNewest(Path folder, String names, int most) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> old = files.filter(file -> file.getFileName().toString().matches(names))
                    .filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(
                                    (Path file) -> file.getFileName().toString())
                            .reversed())
                    .skip(most)
                    .toList();
            for (Path file : old) {
                ArchiveDisk.delete(file);
            }
            return old.size();
        } catch (IOException e) {
            throw new AudioFixException(
                    Remedy.FIX_SETTINGS,
                    "cannot remove old backups in " + folder + ": " + e + "; let this user write to it",
                    e);
        }
    }

    @Override
    public void makeFolder(Path folder) {
        try {
            ArchiveDisk.makeFolder(folder);
        } catch (IOException e) {
            throw Unwritable.because("the backup", folder, e);
        }
    }

    private static Backup described(BackupLabel label, Path database, Map<BackupPart, byte[]> rest) throws IOException {
        List<BackupEntry> entries = new ArrayList<>();
        entries.add(new BackupEntry(BackupPart.DATABASE, Files.size(database), Sums.of(database)));
        rest.forEach((part, bytes) -> entries.add(new BackupEntry(part, bytes.length, Sums.of(bytes))));
        return new Backup(label, entries);
    }

    private static void pack(Backup backup, Path database, Map<BackupPart, byte[]> rest, OutputStream to)
            throws IOException {
        TarWriter archive = new TarWriter(to, backup.label().made());
        byte[] contents = ContentsText.of(backup).getBytes(StandardCharsets.UTF_8);
        archive.add(ContentsText.FILE_NAME, contents.length, out -> out.write(contents));
        for (BackupEntry entry : backup.entries()) {
            archive.add(entry.part().fileName(), entry.size(), out -> {
                if (entry.part() == BackupPart.DATABASE) {
                    copy(database, out);
                } else {
                    out.write(rest.get(entry.part()));
                }
            });
        }
        archive.finish();
    }

    private static void copy(Path file, OutputStream out) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.transferTo(out);
        }
    }

    private static Backup read(Path file, ArchiveReader.Destination to) {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file), PIECE)) {
            return new ArchiveReader(in).read(to);
        } catch (NoSuchFileException e) {
            throw unusable(file, "there is no such file", e);
        } catch (EOFException e) {
            throw unusable(file, "it is cut off", e);
        } catch (ZipException e) {
            throw unusable(file, "it is damaged, or no backup (" + e.getMessage() + ")", e);
        } catch (DamagedArchiveException e) {
            throw unusable(file, e.getMessage(), e);
        } catch (IOException e) {
            throw unusable(file, e.toString(), e);
        }
    }

    private static void expectRoom(Path file, Path folder, long bytes) throws IOException {
        long room = Files.getFileStore(folder).getUsableSpace();
        if (room < bytes) {
            throw AudioFixException.diskFull("cannot restore " + file + ": it needs " + bytes + " bytes in " + folder
                    + ", and there are " + room + "; make room");
        }
    }

    private static AudioFixException unusable(Path file, String found, IOException cause) {
        return new AudioFixException(
                Remedy.FIX_FILE,
                "cannot restore " + file + ": " + found + "; nothing was changed, use another backup",
                cause);
    }
}
