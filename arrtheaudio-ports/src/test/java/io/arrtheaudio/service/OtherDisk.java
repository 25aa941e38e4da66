package io.arrtheaudio.service;

import io.arrtheaudio.port.out.FileFacts;
import io.arrtheaudio.port.out.FindOptions;
import io.arrtheaudio.port.out.Finder;
import io.arrtheaudio.port.out.MediaFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** A disk that a test lets behave otherwise in one point. */
class OtherDisk implements MediaFiles {

    private final MediaFiles files;

    OtherDisk(MediaFiles files) {
        this.files = files;
    }

    @Override
    public FileFacts stat(Path file) {
        return files.stat(file);
    }

    @Override
    public void find(Path root, FindOptions options, Finder finder) {
        files.find(root, options, finder);
    }

    @Override
    public void setModified(Path file, Instant modified) {
        files.setModified(file, modified);
    }

    @Override
    public Optional<Path> findByKey(Path folder, String key) {
        return files.findByKey(folder, key);
    }
}
