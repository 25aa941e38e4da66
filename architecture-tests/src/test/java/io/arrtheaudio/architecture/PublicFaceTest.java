package io.arrtheaudio.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What others see of the published modules, read off their sources. */
class PublicFaceTest {

    @Test
    void everything_that_others_see_is_described() throws IOException {
        assertThat(DocComments.missingIn(sources())).isEmpty();
    }

    @Test
    void every_package_is_described() throws IOException {
        List<Path> folders = files().map(Path::getParent).distinct().toList();

        assertThat(folders)
                .hasSizeGreaterThan(20)
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .content()
                        .startsWith("/**"));
    }

    @Test
    void what_is_not_described_is_found() {
        String source = """
                public class Seen {
                    public static final int NUMBER = 1;
                    private int hidden;
                    public Seen() {}
                    /** Described. */
                    public void told() {}
                    protected void untold() {}
                    void inside() {}
                    @Override
                    public String toString() { return ""; }
                    /** Described. */
                    public interface Inner { void asked(); }
                    static class Own { public void free() {} }
                }
                """;

        assertThat(DocComments.missingIn(List.of(inMemory(source))))
                .containsExactly("Seen", "Seen.NUMBER", "Seen.<init>", "Seen.untold", "Inner.asked");
    }

    private static Iterable<? extends JavaFileObject> sources() throws IOException {
        return ToolProvider.getSystemJavaCompiler()
                .getStandardFileManager(null, null, null)
                .getJavaFileObjectsFromPaths(files().toList());
    }

    /** The sources of all modules but those that measure and show. */
    private static Stream<Path> files() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of("..").toRealPath())) {
            List<Path> roots = modules.filter(module -> !module.endsWith("bench"))
                    .map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .toList();
            return roots.stream().flatMap(PublicFaceTest::below);
        }
    }

    private static Stream<Path> below(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaFileObject inMemory(String source) {
        return new SimpleJavaFileObject(URI.create("string:///Seen.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }
}
