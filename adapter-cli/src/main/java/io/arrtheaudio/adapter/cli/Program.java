package io.arrtheaudio.adapter.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/**
 * The command line program: runs one command and says with which exit code the process should end. Never ends the process
 * itself.
 *
 * <p>One thread at a time.
 */
public final class Program {

    private static final int LEAST_COLUMNS = 55; // picocli takes no less

    private final Wiring wiring;
    private final Terminal terminal;
    private final LongSupplier nanos;
    private final InstantSource clock;

    /** Everything from outside is handed in. */
    public Program(Wiring wiring, Terminal terminal) {
        this(wiring, terminal, System::nanoTime, InstantSource.system());
    }

    Program(Wiring wiring, Terminal terminal, LongSupplier nanos, InstantSource clock) {
        this.wiring = wiring;
        this.terminal = terminal;
        this.nanos = nanos;
        this.clock = clock;
    }

    /** Runs the command that the arguments name; see {@link ExitCode} for what comes back. */
    public int run(String... arguments) {
        RootCommand root = new RootCommand();
        Invocation invocation = new Invocation(wiring, new Screen(terminal), root, nanos, clock);
        CommandLine line = configured(new CommandLine(root), invocation);
        int exit = line.execute(arguments);
        line.getOut().flush();
        line.getErr().flush();
        return exit;
    }

    private CommandLine configured(CommandLine line, Invocation invocation) {
        addCommands(line, invocation);
        Complaints complaints = new Complaints(invocation);
        return line.setExpandAtFiles(false) // a file may be named @x.mkv
                .setInterpolateVariables(false)
                .setTrimQuotes(false)
                .setColorScheme(
                        Help.defaultColorScheme(terminal.isColourful(Terminal.Side.OUT) ? Help.Ansi.ON : Help.Ansi.OFF))
                .setUsageHelpWidth(Math.max(LEAST_COLUMNS, Math.min(terminal.columns(), 100)))
                .setOut(writer(terminal.out()))
                .setErr(writer(terminal.err()))
                .setParameterExceptionHandler(complaints)
                .setExecutionExceptionHandler(complaints);
    }

    private void addCommands(CommandLine line, Invocation invocation) {
        String version = RootCommand.NAME + " " + wiring.version();
        line.getCommandSpec().version(version);
        line.addSubcommand(new DemoCommand(invocation))
                .addSubcommand(new InspectCommand(invocation))
                .addSubcommand(new ProcessCommand(invocation))
                .addSubcommand(new ScanCommand(invocation))
                .addSubcommand(new UndoCommand(invocation))
                .addSubcommand(new DaemonCommand(invocation))
                .addSubcommand(new ArrHookCommand(invocation))
                .addSubcommand(new CommandLine(new AdminCommand())
                        .addSubcommand(new DoctorCommand(invocation))
                        .addSubcommand(new CacheCommand(invocation))
                        .addSubcommand(new ForgetCommand(invocation))
                        .addSubcommand(new BackupCommand(invocation))
                        .addSubcommand(new RestoreCommand(invocation))
                        .addSubcommand(new DebugBundleCommand(invocation))
                        .addSubcommand(new StatsCommand(invocation))
                        .addSubcommand(new CleanupCommand(invocation))
                        .addSubcommand(new AuditCommand(invocation))
                        .addSubcommand(new MigrateCommand(invocation))
                        .addSubcommand(new KeyCommand(invocation))
                        .addSubcommand(new ValidateConfigCommand(invocation)))
                .addSubcommand(new VersionCommand(invocation, version))
                .addSubcommand(new CompletionCommand(invocation));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
