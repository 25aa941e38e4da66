package io.arrtheaudio.adapter.ffmpeg;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A program that waits for a tool, and says with a dot that the tool has started. */
final class RunnerProgram {

    private RunnerProgram() {}

    public static void main(String[] arguments) {
        boolean[] isTold = new boolean[1];
        Watch tells = printed -> {
            if (printed > 0 && !isTold[0]) {
                isTold[0] = true;
                System.out.print('.');
                System.out.flush();
            }
            return 0;
        };
        new ToolRunner().run(ToolRunnerTest.call(Path.of(arguments[0]), List.of(), Duration.ofMinutes(5), tells));
    }
}
