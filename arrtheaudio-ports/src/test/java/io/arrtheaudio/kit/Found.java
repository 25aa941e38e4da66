package io.arrtheaudio.kit;

import io.arrtheaudio.port.out.Finder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A finder that writes down what it is handed.
 *
 * <p>One thread at a time.
 */
public final class Found implements Finder {

    private final int enough;
    private final int mostLooks;
    private int looks;
    private final List<Path> files = new ArrayList<>();
    private final Map<Path, String> passedOver = new LinkedHashMap<>();

    /** Takes every file. */
    public Found() {
        this(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** Ends the walk after so many files. */
    public Found(int enough) {
        this(enough, Integer.MAX_VALUE);
    }

    private Found(int enough, int mostLooks) {
        this.enough = enough;
        this.mostLooks = mostLooks;
    }

    /** Ends the walk after so many entries, fitting or not. */
    public static Found until(int mostLooks) {
        return new Found(Integer.MAX_VALUE, mostLooks);
    }

    @Override
    public boolean file(Path file) {
        if (files.size() >= enough) {
            throw new AssertionError("the walk went on to " + file + " although it was told to stop");
        }
        files.add(file);
        return files.size() < enough;
    }

    @Override
    public boolean goesOn() {
        return files.size() < enough && looks++ < mostLooks;
    }

    @Override
    public void passedOver(Path path, String why) {
        passedOver.put(path, why);
    }

    /** The files in the order in which they were handed over. */
    public List<Path> files() {
        return List.copyOf(files);
    }

    /** How often the walk asked whether to go on. */
    public int looks() {
        return looks;
    }

    /** What could not be looked at, and why. */
    public Map<Path, String> passedOver() {
        return Map.copyOf(passedOver);
    }
}
