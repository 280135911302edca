// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.client.ApplianceException;
import io.github.bseries.client.CertificatePin;
import io.github.bseries.client.RejectedException;
import io.github.bseries.client.backup.ArchiveBusyException;
import io.github.bseries.client.file.InvalidFileException;
import io.github.bseries.core.pair.ApplianceAddress;
import jakarta.json.Json;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.Security;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command-line tool. A user's mistake is told in a line, never by a stack trace. */
@Command(
    name = "bseries",
    mixinStandardHelpOptions = true,
    versionProvider = BseriesTool.Version.class,
    description = "Reads, judges and switches a pair of appliances, and brings their backups home.",
    footer = {
      "",
      "The account comes from the environment: BT_CLIENT_ID and BT_CLIENT_SECRET.",
      "Primary and backup are the normal ones, whatever their roles are at the moment.",
      "",
      "Exit codes: 0 fine, 1 warning, 2 critical or refused, 3 unknown or undecided, 64 wrong"
          + " usage."
    })
public final class BseriesTool implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "log each call on standard error; no secret is ever logged")
  @SuppressWarnings("UnusedVariable") // read by name, before the first logger is made
  private boolean verbose;

  private BseriesTool() {}

  /**
   * Runs one command and ends the process with its exit code.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    if (Arrays.asList(args).contains("-v") || Arrays.asList(args).contains("--verbose")) {
      System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "debug");
    }
    // A tool that waits out a DNS swing must not go where the name led half a minute ago.
    Security.setProperty("networkaddress.cache.ttl", "0");
    Security.setProperty("networkaddress.cache.negative.ttl", "0");
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(System.getenv(), out, err, args));
  }

  /** Runs one command, and returns its exit code. */
  static int run(
      Map<String, String> environment, PrintWriter rawOut, PrintWriter rawErr, String... args) {
    PrintWriter out = SeenWriter.onto(rawOut);
    PrintWriter err = SeenWriter.onto(rawErr);
    CommandLine line =
        withCommands(new CommandLine(new BseriesTool()), environment, args)
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .registerConverter(ApplianceAddress.class, told(ApplianceAddress::parse))
            .registerConverter(CertificatePin.class, told(CertificatePin::parse))
            .registerConverter(Duration.class, told(Spans::parse));
    line.setParameterExceptionHandler(BseriesTool::wrongUsage);
    line.setExecutionExceptionHandler(BseriesTool::failed);
    int code = line.execute(args);
    err.flush();
    // What nobody could read was not told.
    return out.checkError() ? ExitCode.UNKNOWN.number() : code;
  }

  /**
   * Adds the command that is asked for, or all if the first word names none. To look through the
   * options of a command takes the start of a JVM about as long as a call.
   */
  private static CommandLine withCommands(
      CommandLine line, Map<String, String> environment, String... args) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("health", () -> new HealthCommand(environment));
    commands.put("check", () -> new CheckCommand(environment));
    commands.put("access", () -> new AccessCommand(environment));
    commands.put("probe", ProbeCommand::new);
    commands.put("role", () -> new RoleCommand(environment));
    commands.put("backup", () -> BackupCommand.line(environment));
    if (args.length > 0 && commands.containsKey(args[0])) {
      commands.keySet().retainAll(Set.of(args[0]));
    }
    commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
    return line;
  }

  /** Keeps the words of a refused value, and not the name of the exception. */
  private static <T> ITypeConverter<T> told(Function<String, T> parse) {
    return text -> {
      try {
        return parse.apply(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    };
  }

  /** The version of the jar, where the tool is run from one. */
  static final class Version implements CommandLine.IVersionProvider {

    @Override
    public String[] getVersion() {
      String version = BseriesTool.class.getPackage().getImplementationVersion();
      return new String[] {"bseries " + (version == null ? "(not from a jar)" : version)};
    }
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }

  private static int wrongUsage(ParameterException e, String[] args) {
    PrintWriter err = e.getCommandLine().getErr();
    // All that is wrong with a file is told at once.
    boolean ofFile = e.getCause() instanceof InvalidFileException;
    err.println("bseries: " + (ofFile ? e.getMessage() : firstLine(e)));
    err.println("Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.WRONG_USAGE.number();
  }

  /** Whatever else goes wrong: it is not known how things stand, and nothing is called fine. */
  private static int failed(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
    boolean told =
        e instanceof ApplianceException
            || e instanceof ArchiveBusyException
            || e instanceof UncheckedIOException;
    line.getErr().println("bseries: " + (told ? "" : "unexpected: ") + firstLine(e));
    if (e instanceof ApplianceException fault) {
      line.getErr().println("         " + fault.remedy());
    }
    ExitCode code = e instanceof RejectedException ? ExitCode.CRITICAL : ExitCode.UNKNOWN;
    if (isJson(parsed)) {
      line.getOut()
          .println(
              PairJson.line(
                  Json.createObjectBuilder()
                      .add("verdict", code.word())
                      .add("reason", firstLine(e))));
    }
    return code.number();
  }

  private static boolean isJson(CommandLine.ParseResult parsed) {
    CommandLine.ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    return last.hasMatchedOption("--json");
  }

  private static String firstLine(Exception e) {
    String message = e.getMessage();
    return message == null
        ? e.getClass().getSimpleName()
        : message.lines().findFirst().orElse(message);
  }
}
