package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.failure.AudioFixException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong, and gives the exit code for it. */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private final Invocation invocation;

    Complaints(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        invocation.screen().complain(Shown.text(message(problem)) + "; see " + command + " --help");
        showTrace(problem);
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult arguments) {
        showTrace(problem);
        if (problem instanceof AudioFixException known) {
            invocation.screen().complain(known.getMessage());
            return ExitCode.of(known.remedy());
        }
        invocation
                .screen()
                .complain("unexpected " + problem + "; please report this with the output of --log-level debug");
        return ExitCode.FAILED;
    }

    private static String message(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched) {
            List<String> near = unmatched.getSuggestions();
            String found = "do not know '" + unmatched.getUnmatched().get(0) + "'";
            return near.isEmpty() ? found : found + "; perhaps " + String.join(" or ", near) + " is meant";
        }
        if (problem.getCause() instanceof TypeConversionException cause && problem.getArgSpec() != null) {
            String name = problem.getArgSpec().isOption()
                    ? ((CommandLine.Model.OptionSpec) problem.getArgSpec()).longestName()
                    : problem.getArgSpec().paramLabel();
            return name + " " + cause.getMessage();
        }
        return problem.getMessage();
    }

    private void showTrace(Exception problem) {
        if (invocation.root().wantsTraces()) {
            StringWriter trace = new StringWriter();
            problem.printStackTrace(new PrintWriter(trace, true));
            trace.toString().lines().forEach(line -> invocation.screen().tell(Shown.text(line.replace("\t", "    "))));
        }
    }
}
