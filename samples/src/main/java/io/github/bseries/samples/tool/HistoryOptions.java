// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.client.Remembered;
import io.github.bseries.client.file.HistoryFile;
import io.github.bseries.client.file.InvalidFileException;
import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.PairHistory;
import io.github.bseries.core.pair.PairSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a command remembers what it saw of a pair, and what was asked of it. */
final class HistoryOptions {

  private static final int LONGEST_NAME = 200;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--history",
      paramLabel = "FILE",
      description =
          "where to remember this look, and role changes that were asked for. Unless set, a file"
              + " for each two addresses in $XDG_STATE_HOME/bseries, or in"
              + " ~/.local/state/bseries; role looks into all files there for what was asked of the"
              + " same appliances at other addresses")
  private @Nullable Path file;

  @Option(
      names = "--no-history",
      description =
          "remember nothing. A role change that was asked for before is not known then, and blocks"
              + " nothing")
  private boolean none;

  /**
   * Returns the file for the pair at these addresses, in a folder that is made; null if nothing is
   * to be remembered.
   */
  @Nullable Path file(Map<String, String> environment, PairOptions pair) {
    Path chosen = fileToRead(environment, pair);
    if (chosen != null && file == null) {
      make(folder(environment));
    }
    return chosen;
  }

  /** Returns the same file, and makes nothing. */
  @Nullable Path fileToRead(Map<String, String> environment, PairOptions pair) {
    if (file != null && none) {
      throw new ParameterException(
          command().commandLine(), "--history and --no-history exclude each other");
    }
    return file != null || none
        ? file
        : folder(environment).resolve(name(pair.primary()) + "+" + name(pair.backup()) + ".json");
  }

  /** Refuses a file that nothing would be remembered in. */
  void refuseFile(String reason) {
    if (file != null) {
      throw new ParameterException(command().commandLine(), "--history " + reason);
    }
  }

  /**
   * Returns what was asked of these appliances at other addresses, and is not seen in this look;
   * empty if nothing was. Only the files that are named after addresses are looked at, and only if
   * this run has such a one. One that cannot be read may be of any pair, and is passed over.
   */
  Optional<String> pendingElsewhere(
      Map<String, String> environment, PairOptions pair, PairSnapshot look) {
    Path own = fileToRead(environment, pair);
    Set<ApplianceId> appliances =
        Stream.of(look.primary(), look.backup())
            .flatMap(each -> each.health().stream())
            .map(ApplianceHealth::applianceId)
            .collect(Collectors.toSet());
    if (own == null || file != null) {
      return Optional.empty();
    }
    try (Stream<Path> all = Files.list(folder(environment))) {
      return all.filter(it -> it.toString().endsWith(".json") && !it.equals(own))
          .sorted()
          .flatMap(other -> pending(other, appliances, look))
          .findFirst();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private static Stream<String> pending(Path other, Set<ApplianceId> of, PairSnapshot look) {
    PairHistory history;
    try {
      history = HistoryFile.read(other).orElseGet(PairHistory::none);
    } catch (InvalidFileException | UncheckedIOException e) {
      return Stream.empty();
    }
    return history.requested().stream()
        .filter(it -> of.contains(it.target()) && !it.isSeenIn(look))
        .map(
            it ->
                it
                    + ", at other addresses of this pair, and is not seen yet; wait for it, or"
                    + " dismiss it with --dismiss-pending --history "
                    + other);
  }

  /** Tells of a memory that is not as it should be, and returns what that makes of the verdict. */
  ExitCode judge(Remembered memory, ExitCode code) {
    memory
        .trouble()
        .ifPresent(trouble -> command().commandLine().getErr().println("bseries: " + trouble));
    return memory.trouble().isPresent() ? code.heavier(ExitCode.UNKNOWN) : code;
  }

  private CommandSpec command() {
    CommandSpec command = spec;
    if (command == null) {
      throw new IllegalStateException("not parsed");
    }
    return command;
  }

  private static Path folder(Map<String, String> environment) {
    return stateFolder(environment).resolve("bseries");
  }

  /** An absolute folder, as the XDG Base Directory Specification has it. */
  private static Path stateFolder(Map<String, String> environment) {
    String set = environment.getOrDefault("XDG_STATE_HOME", "");
    if (!set.isEmpty() && Path.of(set).isAbsolute()) {
      return Path.of(set);
    }
    String home = environment.getOrDefault("HOME", "");
    return Path.of(home.isEmpty() ? System.getProperty("user.home") : home, ".local", "state");
  }

  private static void make(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        boolean modes = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (modes) {
          Files.createDirectories(
              folder,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
          Files.createDirectories(folder);
        }
      }
    } catch (IOException e) {
      // The look is made nevertheless, and says then that it could not be remembered.
      return;
    }
  }

  private static String name(ApplianceAddress address) {
    String name =
        (address.host() + "_" + address.port())
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9.-]", "_");
    int most = LONGEST_NAME / 2;
    return name.length() <= most
        ? name
        : name.substring(0, most - 9) + "-" + Integer.toHexString(name.hashCode());
  }
}
